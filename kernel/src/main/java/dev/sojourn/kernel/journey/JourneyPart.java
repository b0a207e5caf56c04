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
}
