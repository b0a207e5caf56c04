package dev.sojourn.store;

import dev.sojourn.store.log.EventCursor;
import dev.sojourn.store.log.LogSnapshot;
import dev.sojourn.store.log.Projection;
import dev.sojourn.store.log.Segment;
import dev.sojourn.store.log.StoredEvents;
import java.util.SortedSet;
import java.util.TreeSet;

/// The names of all properties that any event has.
final class PropertyNames {

  private PropertyNames() {}

  static SortedSet<String> of(LogSnapshot snapshot) {
    SortedSet<String> names = new TreeSet<>();
    Projection properties =
        Projection.of(Projection.Column.CUSTOMER_HASH).withProperties(name -> true);
    StoredEvents stored = new StoredEvents();
    for (Segment segment : snapshot.segments()) {
      try (EventCursor cursor = segment.open(properties, 0)) {
        // A segment has the same properties in each of its batches.
        if (cursor.next(stored)) {
          add(stored, names);
        }
      }
    }
    try (EventCursor cursor = snapshot.hot(properties, 0)) {
      while (cursor.next(stored)) {
        add(stored, names);
      }
    }
    return names;
  }

  private static void add(StoredEvents stored, SortedSet<String> names) {
    stored.properties().forEach(property -> names.add(property.name()));
  }
}
