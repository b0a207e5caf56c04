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

  /// Opens a cursor that may leave out journeys in which none of the given codes occurs. Which of
  /// those it does leave out is up to the part; every other journey is there.
  ///
  /// @param codes codes of the vocabulary; empty when no journey is needed at all
  default JourneyCursor openHaving(int[] codes) {
    return open();
  }
}
