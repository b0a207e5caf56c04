package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log takes it gives back: imported, live, sealed, compacted, opened again.
class EventLogTest {

  private static final LogSettings SMALL = new LogSettings(4_000, 3_000, 500);

  @TempDir Path workspace;

  private static Appended importRows(EventLog log, String source, EventBatch... batches) {
    try (Import in = log.begin(source)) {
      for (EventBatch batch : batches) {
        in.append(batch);
      }
      return in.commit();
    }
  }

  private static List<String> sorted(List<String> lines) {
    List<String> copy = new ArrayList<>(lines);
    Collections.sort(copy);
    return copy;
  }

  @Test
  void givesBackWhatWasImported() {
    EventBatch rows = Events.rows(1, 5_000, 40);
    List<String> expected = sorted(Events.lines("file", rows));
    try (EventLog log = Events.open(workspace)) {
      assertEquals(new Appended(4_999, 0, 0), importRows(log, "file", rows));
      assertEquals(expected, Events.lines(log));
      assertEquals(List.of(), log.verify());
    }
    try (EventLog log = Events.open(workspace)) {
      assertEquals(expected, Events.lines(log));
      assertEquals(4_999, log.snapshot().events());
      assertEquals(Events.START + 4_999 * 1_000_000L, log.snapshot().dataThrough());
      assertEquals(List.of(), log.notices());
    }
  }

  @Test
  void findsTheSameFileAgainByItsRows() {
    try (EventLog log = Events.open(workspace)) {
      importRows(log, "file", Events.rows(1, 1_000, 40));
      assertEquals(new Appended(500, 999, 0), importRows(log, "file", Events.rows(1, 1_500, 40)));
      assertEquals(new Appended(99, 0, 0), importRows(log, "other", Events.rows(1, 100, 40)));
    }
    try (EventLog log = Events.open(workspace)) {
      assertEquals(new Appended(0, 1_499, 0), importRows(log, "file", Events.rows(1, 1_500, 40)));
    }
  }

  @Test
  void storesAnIdOnceWhereverItComesFrom() {
    try (EventLog log = Events.open(workspace, SMALL)) {
      assertEquals(new Appended(3, 1, 0), log.append("api", Events.live("a", "b", "a", "c")));
      assertEquals(new Appended(1, 2, 0), log.append("api", Events.live("c", "d", "a")));
      assertEquals(new Appended(1, 2, 0), importRows(log, "export", Events.live("d", "e", "b")));
      log.seal();
      assertEquals(new Appended(0, 2, 0), log.append("api", Events.live("e", "a")));
    }
    try (EventLog log = Events.open(workspace, SMALL)) {
      assertEquals(new Appended(1, 1, 0), log.append("api", Events.live("e", "f")));
      assertEquals(6, log.snapshot().events());
    }
  }

  @Test
  void prefersTheLiveEventThatCameDuringAnImport() {
    try (EventLog log = Events.open(workspace)) {
      try (Import in = log.begin("export")) {
        in.append(Events.live("a", "b", "c"));
        assertEquals(new Appended(2, 0, 0), log.append("api", Events.live("b", "x")));
        assertEquals(new Appended(2, 1, 0), in.commit());
      }
      assertEquals(4, log.snapshot().events());
      assertEquals(4, Events.lines(log).size());
    }
  }

  @Test
  void dropsWhatAnImportDidNotCommit() {
    try (EventLog log = Events.open(workspace, SMALL)) {
      try (Import in = log.begin("file")) {
        in.append(Events.rows(1, 5_000, 40));
        in.append(Events.rows(5_000, 5_100, 40));
      }
      assertEquals(4_999, log.snapshot().events(), "the part that filled up counts");
      assertEquals(
          new Appended(100, 4_999, 0),
          importRows(log, "file", Events.rows(1, 5_000, 40), Events.rows(5_000, 5_100, 40)));
    }
  }

  @Test
  void keepsTheOrderOfASourceApartFromItsRows() {
    EventBatch batch = new EventBatch();
    for (int i = 1; i <= 10; i++) {
      batch.customer().add("c");
      batch.name().add("n");
      batch.end(EventBatch.UNTIMED, i % 3, i);
    }
    try (EventLog log = Events.open(workspace)) {
      assertEquals(new Appended(10, 0, 0), importRows(log, "file", batch));
      assertEquals(sorted(Events.lines("file", batch)), Events.lines(log));
      log.compact();
      assertEquals(sorted(Events.lines("file", batch)), Events.lines(log));
    }
  }

  @Test
  void showsOnlyWhatIsNewSinceASequence() {
    try (EventLog log = Events.open(workspace, SMALL)) {
      importRows(log, "file", Events.rows(1, 1_000, 40));
      log.append("api", Events.live("a", "b"));
      long applied;
      try (LogSnapshot snapshot = log.snapshot()) {
        applied = snapshot.sequence();
      }
      log.append("api", Events.live("c", "d"));
      importRows(log, "file", Events.rows(1_000, 1_010, 40));
      List<String> fresh = new ArrayList<>(Events.lines("file", Events.rows(1_000, 1_010, 40)));
      fresh.addAll(Events.lines("api", Events.live("c", "d")));
      assertEquals(sorted(fresh), Events.lines(log.snapshot(), applied));
      log.seal();
      assertEquals(sorted(fresh), Events.lines(log.snapshot(), applied));
      log.compact();
      assertEquals(sorted(fresh), Events.lines(log.snapshot(), applied));
      assertTrue(log.snapshot().segments().stream().allMatch(s -> s.level() == 1));
    }
  }

  @Test
  void keepsEverySequenceNumberThroughCompaction() {
    try (EventLog log = Events.open(workspace, SMALL)) {
      for (int i = 0; i < 12; i++) {
        importRows(log, "file", Events.rows(i * 700 + 1, i * 700 + 701, 90));
        log.append("api", Events.live("i" + i, "k" + i));
        List<String> before = sequences(log);
        List<String> lines = Events.lines(log);
        log.compact();
        assertEquals(before, sequences(log));
        assertEquals(lines, Events.lines(log));
      }
      assertEquals(List.of(), log.verify());
      LogSnapshot snapshot = log.snapshot();
      for (Segment s : snapshot.segments()) {
        try (EventCursor in = s.open(Projection.of(Projection.Column.CUSTOMER_HASH), 0)) {
          StoredEvents batch = new StoredEvents();
          while (in.next(batch)) {
            for (int i = 0; i < batch.size(); i++) {
              assertEquals(s.bucket(), batch.customerHash()[i] >>> (64 - s.bucketBits()));
            }
          }
        }
      }
    }
  }

  private static List<String> sequences(EventLog log) {
    List<String> all = new ArrayList<>();
    try (EventCursor in = log.snapshot().events(Projection.all(), 0)) {
      StoredEvents batch = new StoredEvents();
      while (in.next(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          all.add(
              batch.sequence()[i] + " " + batch.events().ordinal(i) + " " + batch.source().text(i));
        }
      }
    }
    Collections.sort(all);
    return all;
  }

  @Test
  void leavesAnOpenSnapshotAsItWas() {
    try (EventLog log = Events.open(workspace, SMALL)) {
      importRows(log, "file", Events.rows(1, 2_000, 40));
      log.append("api", Events.live("a", "b"));
      LogSnapshot snapshot = log.snapshot();
      List<String> before = Events.lines(snapshot, 0);
      log.append("api", Events.live("c"));
      log.compact();
      log.erase(List.of("c1"));
      assertEquals(before, Events.lines(snapshot, 0));
      assertEquals(2_001, snapshot.events());
    }
  }

  @Test
  void keepsFactsInOrder() {
    Instant when = Instant.parse("2025-07-01T10:00:00.123456789Z");
    Fact merge = new Fact.Merge("ann", "cookie 1", when);
    Fact split = new Fact.Split("ann", "cookie 1", when.plusSeconds(1));
    long first;
    try (EventLog log = Events.open(workspace, SMALL)) {
      log.append("api", Events.live("a"));
      first = log.record(merge);
      log.append("api", Events.live("b"));
      log.record(split);
      assertEquals(List.of(merge, split), facts(log));
    }
    try (EventLog log = Events.open(workspace, SMALL)) {
      assertEquals(List.of(merge, split), facts(log));
      assertEquals(first, log.snapshot().facts().getFirst().sequence());
      for (int i = 0; i < 12; i++) {
        log.record(new Fact.Merge("x" + i, "y", when));
        log.seal();
      }
      assertEquals(14, facts(log).size());
      assertTrue(log.record(merge) > first + 14);
      assertEquals(List.of(), log.verify());
    }
    try (EventLog log = Events.open(workspace, SMALL)) {
      assertEquals(15, facts(log).size());
    }
  }

  private static List<Fact> facts(EventLog log) {
    return log.snapshot().facts().stream().map(RecordedFact::fact).toList();
  }

  @Test
  void storesEveryEventOfManyCallersOnce() throws ExecutionException, InterruptedException {
    try (EventLog log = Events.open(workspace, SMALL);
        ExecutorService callers = Executors.newFixedThreadPool(16)) {
      List<Future<Long>> answers = new ArrayList<>();
      for (int caller = 0; caller < 16; caller++) {
        int me = caller;
        answers.add(
            callers.submit(() -> {
              long stored = 0;
              for (int i = 0; i < 60; i++) {
                // Half of the ids are also brought by the neighbour.
                String own = "c" + me + " " + i;
                String shared = "s" + me / 2 + " " + i;
                stored += log.append("api", Events.live(own, shared)).stored();
              }
              return stored;
            }));
      }
      long stored = 0;
      for (Future<Long> answer : answers) {
        stored += answer.get();
      }
      assertEquals(16 * 60 + 8 * 60, stored);
      assertEquals(stored, log.snapshot().events());
      log.seal();
      assertEquals(stored, Events.lines(log).stream().distinct().count());
    }
  }

  @Test
  void refusesASecondOpening() {
    try (EventLog log = Events.open(workspace)) {
      assertThrows(RefusedException.class, () -> Events.open(workspace));
      assertFalse(log.snapshot().lineage().isEmpty());
    }
    Events.open(workspace).close();
  }

  @Test
  void refusesALiveEventWithoutAnId() {
    try (EventLog log = Events.open(workspace)) {
      assertThrows(IllegalArgumentException.class, () -> log.append("api", Events.rows(1, 2, 1)));
    }
  }
}
