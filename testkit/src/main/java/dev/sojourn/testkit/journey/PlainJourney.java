package dev.sojourn.testkit.journey;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The events of one unit, in order: untimed ones first, then by time, those of one time as they
/// were given.
///
/// @param unit the public id of the unit
/// @param events at least one
public record PlainJourney(String unit, List<PlainEvent> events) {

  public PlainJourney {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("The journey of '" + unit + "' has no event.");
    }
    // A stable sort: what has the same time keeps its place.
    events =
        events.stream()
            .sorted(
                Comparator.comparing(
                    PlainEvent::time, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
  }

  /// The names of the events, in order.
  public List<String> path() {
    return events.stream().map(PlainEvent::name).toList();
  }

  /// The journey in [Notation].
  @Override
  public String toString() {
    return unit + ": " + events.stream().map(PlainEvent::toString).collect(Collectors.joining(" "));
  }
}
