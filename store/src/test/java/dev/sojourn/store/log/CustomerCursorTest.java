package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.event.EventBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The events of some customers are all of theirs and nobody else's, wherever they are kept.
class CustomerCursorTest {

  private static final LogSettings SMALL = new LogSettings(20_000, 20_000, 5_000);

  @TempDir private Path folder;

  @Test
  void findsTheEventsOfCustomersInEverySegmentAndInTheJournals() {
    try (EventLog log = Events.open(folder, SMALL)) {
      bulk(log, "first", 1, 70_000, 9_000);
      log.compact();
      bulk(log, "second", 1, 40_000, 20_000);
      log.append("api", Events.live("a", "b", "c", "d"));
      try (LogSnapshot snapshot = log.snapshot()) {
        assertTrue(snapshot.segments().stream().anyMatch(s -> s.level() == 1));
        assertTrue(snapshot.segments().stream().anyMatch(s -> s.level() == 0));
        check(snapshot, Set.of("c17"));
        check(snapshot, Set.of("c8999", "c19999", "c0"));
        check(snapshot, Set.of("live " + Math.floorMod("c".hashCode(), 50), "c3"));
        check(snapshot, Set.of("nobody"));
      }
    }
  }

  /// Pages without a wanted customer are passed over, so those behind them must still be found.
  @Test
  void findsARareCustomerInALongSegment() {
    try (EventLog log = Events.open(folder)) {
      try (Import into = log.begin("file")) {
        for (int at = 1; at < 200_000; at += 50_000) {
          into.append(Events.rows(at, at + 50_000, 1_000));
        }
        EventBatch rare = new EventBatch();
        Events.row(rare, "rare", 200_001);
        into.append(rare);
        into.append(Events.rows(200_002, 250_000, 1_000));
        into.commit();
      }
      try (LogSnapshot snapshot = log.snapshot()) {
        assertEquals(1, snapshot.segments().size());
        check(snapshot, Set.of("rare"));
      }
    }
  }

  private static void bulk(EventLog log, String source, int from, int to, int customers) {
    try (Import into = log.begin(source)) {
      for (int at = from; at < to; at += 10_000) {
        into.append(Events.rows(at, Math.min(to, at + 10_000), customers));
      }
      into.commit();
    }
  }

  private static void check(LogSnapshot snapshot, Set<String> customers) {
    List<String> expected = Events.linesOf(snapshot.events(Projection.all(), 0), customers);
    assertEquals(expected, Events.linesOf(snapshot.eventsOf(customers), Set.of()));
  }
}
