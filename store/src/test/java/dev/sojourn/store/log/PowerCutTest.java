package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.testkit.disk.FaultyDisk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The power goes at any operation, un-synced writes with it: everything acknowledged is there,
/// nothing twice, no orphan, and the log opens. And a disk that is full.
class PowerCutTest {

  private static final LogSettings SMALL = new LogSettings(1_500, 150, 40);

  /// What a log was told and answered.
  private static final class Story {
    final Set<String> acknowledged = new HashSet<>();
    final Set<String> tried = new HashSet<>();
    final Set<String> erased = new HashSet<>();
    final Set<String> erasing = new HashSet<>();
    int facts;
    int factsTried;
    int next;
    int row = 1;
  }

  @Test
  void keepsEverythingAcknowledgedWhenThePowerIsCut() {
    for (int seed = 0; seed < 15 * Integer.getInteger("sojourn.torture", 1); seed++) {
      try {
        tell(seed);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static void tell(int seed) {
    Random random = new Random(seed);
    FaultyDisk disk = new FaultyDisk(seed);
    Story story = new Story();
    for (int life = 0; life < 6; life++) {
      if (random.nextInt(5) > 0) {
        disk.cutPowerAfter(1 + random.nextInt(life == 0 ? 60 : 220));
      }
      live(disk, story, random);
      disk.restart();
      check(disk, story);
    }
  }

  private static void live(FaultyDisk disk, Story story, Random random) {
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      for (int step = 0; step < 25 && !disk.isOff(); step++) {
        step(log, story, random);
      }
    } catch (UnwritableLogException refused) {
      assertTrue(disk.isOff(), "only a power cut may refuse: " + refused.getMessage());
    }
  }

  private static void step(EventLog log, Story story, Random random) {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> appendLive(log, story, 1 + random.nextInt(6));
      case 5, 6, 7 -> importRows(log, story, 1 + random.nextInt(120));
      case 8 -> {
        story.factsTried++;
        log.record(new Fact.Merge("m" + story.factsTried, "n", Events.CLOCK.instant()));
        story.facts = story.factsTried;
      }
      case 9 -> log.seal();
      case 10 -> log.compact();
      default -> {
        String customer = "c" + random.nextInt(40);
        story.erasing.add(customer);
        log.erase(List.of(customer));
        story.erased.add(customer);
      }
    }
  }

  private static void appendLive(EventLog log, Story story, int count) {
    EventBatch batch = new EventBatch();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "live-" + story.next++;
      batch.id().add(id);
      Events.row(batch, "l" + story.next % 7, batch.size() + 1);
      ids.add(id);
    }
    story.tried.addAll(ids);
    Appended appended = log.append("api", batch);
    assertEquals(new Appended(count, 0, 0), appended);
    story.acknowledged.addAll(ids);
    assertEquals(new Appended(0, count, 0), log.append("api", batch), "sent again");
  }

  private static void importRows(EventLog log, Story story, int count) {
    EventBatch batch = new EventBatch();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = story.row++;
      Events.row(batch, "c" + row % 40, row);
      rows.add("row-" + row + " c" + row % 40);
    }
    story.tried.addAll(rows);
    try (Import in = log.begin("file")) {
      in.append(batch);
      in.commit();
    }
    rows.removeIf(r -> story.erasing.contains(customer(r)));
    story.acknowledged.addAll(rows);
  }

  private static String customer(String row) {
    return row.substring(row.indexOf(' ') + 1);
  }

  private static void check(FaultyDisk disk, Story story) {
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      assertEquals(List.of(), log.verify());
      List<String> found = new ArrayList<>();
      LogSnapshot snapshot = log.snapshot();
      Set<Long> sequences = new HashSet<>();
      try (EventCursor events = snapshot.events(Projection.all(), 0)) {
        StoredEvents batch = new StoredEvents();
        while (events.next(batch)) {
          for (int i = 0; i < batch.size(); i++) {
            String id = batch.id().text(i);
            found.add(
                id != null ? id : "row-" + batch.ordinal()[i] + " " + batch.customer().text(i));
            assertTrue(sequences.add(batch.sequence()[i]), "a sequence number twice");
          }
        }
      }
      Set<String> distinct = new HashSet<>(found);
      assertEquals(distinct.size(), found.size(), "an event twice");
      assertTrue(story.tried.containsAll(distinct), "an event from nowhere");
      Set<String> lost = new HashSet<>(story.acknowledged);
      lost.removeIf(r -> r.startsWith("row-") && story.erasing.contains(customer(r)));
      lost.removeAll(distinct);
      assertEquals(Set.of(), lost, "acknowledged and lost");
      for (String row : distinct) {
        assertTrue(
            !row.startsWith("row-") || !story.erased.contains(customer(row)), "erased: " + row);
      }
      int facts = snapshot.facts().size();
      assertTrue(facts >= story.facts && facts <= story.factsTried, "facts: " + facts);
      story.facts = facts;
      story.factsTried = facts;
      // What an answer did not reach may be there or not; from here on it is known.
      story.acknowledged.addAll(distinct);
    }
    List<String> names = disk.files().keySet().stream().filter(f -> f.contains(".tmp")).toList();
    assertEquals(List.of(), names, "orphans");
  }

  @Test
  void refusesCleanlyWhenTheDiskIsFullAndGoesOnWhenItIsNot() {
    FaultyDisk disk = new FaultyDisk(1);
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      log.append("api", Events.live("before"));
      long used = disk.files().values().stream().mapToLong(f -> f.length).sum();
      disk.limit(used + 40);
      UnwritableLogException full =
          assertThrows(
              UnwritableLogException.class, () -> log.append("api", Events.live("a", "b")));
      assertTrue(full.getMessage().contains("No space left on device"), full.getMessage());
      assertThrows(
          UnwritableLogException.class,
          () -> {
            try (Import in = log.begin("file")) {
              in.append(Events.rows(1, 1_000, 10));
              in.commit();
            }
          });
      assertThrows(UnwritableLogException.class, log::seal);
      assertEquals(1, log.snapshot().events());
      disk.limit(Long.MAX_VALUE);
      assertEquals(new Appended(2, 0, 0), log.append("api", Events.live("a", "b")));
      try (Import in = log.begin("file")) {
        in.append(Events.rows(1, 1_000, 10));
        assertEquals(999, in.commit().stored());
      }
      log.seal();
      assertEquals(1_002, log.snapshot().events());
      assertEquals(List.of(), log.verify());
    }
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      assertEquals(1_002, Events.lines(log).size());
    }
  }

  @Test
  void goesOnAfterEveryPointAtWhichTheDiskMayFill() {
    for (int room = 0; room < 6_000; room += 397) {
      FaultyDisk disk = new FaultyDisk(room);
      int stored = 0;
      try (EventLog log = Events.open(disk.root(), SMALL)) {
        disk.limit(1_000 + room);
        for (int i = 0; i < 40; i++) {
          try {
            stored += (int) log.append("api", Events.live("e" + i)).stored();
            if (i % 9 == 8) {
              log.compact();
            }
          } catch (UnwritableLogException full) {
            disk.limit(Long.MAX_VALUE);
          }
        }
        assertEquals(stored, log.snapshot().events(), "room " + room);
      }
      try (EventLog log = Events.open(disk.root(), SMALL)) {
        assertEquals(stored, Events.lines(log).size(), "room " + room);
        assertEquals(List.of(), log.verify());
      }
    }
  }
}
