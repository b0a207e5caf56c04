package dev.sojourn.kernel.journey;

/// A run of journeys that one thread can read on its own.
public interface JourneyPart {

  /// Units in this part that have at least one event.
  long units();

  /// Events in this part.
  long events();

  /// Opens a cursor before the first journey. Two cursors over one part give the same journeys in
  /// the same order.
  JourneyCursor open();

  /// Opens a cursor for a question about ordered steps, most journeys of which need not be seen.
  ///
  /// It may leave out journeys in which no code of the first step occurs. It may count, instead of
  /// giving, those in which one of the first step does and none of the second, when their last
  /// event is not after `quietThrough` or has no time: [JourneyBlock#enteredOnly()]. Which of
  /// either kind are left out is up to the part; every other journey is there.
  ///
  /// @param first codes of the vocabulary; empty when no journey is needed at all
  /// @param second the same; with all of `first` among them nothing is counted
  default JourneyCursor openEntered(int[] first, int[] second, long quietThrough) {
    return open();
  }
}
