package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Events for tests of the log, as lines that a person can read, and back.
final class Events {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  static final long START = Instant.parse("2025-06-01T00:00:00Z").getEpochSecond() * 1_000_000;

  private Events() {}

  static EventLog open(Path workspace) {
    return open(workspace, LogSettings.DEFAULT);
  }

  static EventLog open(Path workspace, LogSettings settings) {
    return EventLog.open(workspace, settings, CLOCK, new Random(1));
  }

  /// A batch of one event without an id for each ordinal from `from` to `to`.
  static EventBatch rows(int from, int to, int customers) {
    EventBatch batch = new EventBatch();
    for (int i = from; i < to; i++) {
      row(batch, "c" + i % customers, i);
    }
    return batch;
  }

  /// Adds an event without an id.
  static void row(EventBatch batch, String customer, int ordinal) {
    batch.customer().add(customer);
    batch.name().add("name " + ordinal % 5);
    if (ordinal % 3 == 0) {
      batch.channel().add(ordinal % 2 == 0 ? "web" : "shop");
    }
    if (ordinal % 4 == 1) {
      batch.property("of", PropertyColumn.Kind.TEXT).add("only " + customer);
    }
    if (ordinal % 7 == 1) {
      batch.property("of", PropertyColumn.Kind.NUMBER).add(Integer.toString(ordinal));
    }
    batch.end(ordinal % 11 == 0 ? EventBatch.UNTIMED : START + ordinal * 1_000_000L, ordinal);
  }

  /// A batch of live events with these ids, of customers that follow from the ids.
  static EventBatch live(String... ids) {
    EventBatch batch = new EventBatch();
    for (String id : ids) {
      batch.id().add(id);
      row(batch, "live " + Math.floorMod(id.hashCode(), 50), batch.size() + 1);
    }
    return batch;
  }

  /// All events of a log as lines, sorted.
  static List<String> lines(EventLog log) {
    try (LogSnapshot snapshot = log.snapshot()) {
      return lines(snapshot, 0);
    }
  }

  /// All events from a sequence number on as lines, sorted.
  static List<String> lines(LogSnapshot snapshot, long fromSequence) {
    return linesOf(snapshot.events(Projection.all(), fromSequence), Set.of());
  }

  /// The events that a cursor gives, which this closes, as lines, sorted.
  ///
  /// @param customers whose; empty for all
  static List<String> linesOf(EventCursor cursor, Set<String> customers) {
    List<String> lines = new ArrayList<>();
    try (cursor) {
      StoredEvents batch = new StoredEvents();
      while (cursor.next(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          if (customers.isEmpty() || customers.contains(batch.customer().text(i))) {
            lines.add(batch.source().text(i) + " " + line(batch.events(), i));
          }
        }
      }
    }
    Collections.sort(lines);
    return lines;
  }

  /// The events of a batch as lines, in order, as [#lines(EventLog)] gives them.
  static List<String> lines(String source, EventBatch batch) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      lines.add(source + " " + line(batch, i));
    }
    return lines;
  }

  private static String line(EventBatch events, int row) {
    TreeMap<String, String> properties = new TreeMap<>();
    for (PropertyColumn p : events.properties()) {
      String value = p.values().text(row);
      if (value != null) {
        properties.put(p.name() + ":" + p.kind(), value);
      }
    }
    return "%s %s %s %s %s %d %d %s"
        .formatted(
            events.id().text(row),
            events.customer().text(row),
            events.name().text(row),
            events.channel().text(row),
            events.time(row) == EventBatch.UNTIMED ? "-" : events.time(row),
            events.seq(row),
            events.ordinal(row),
            properties);
  }
}
