package dev.sojourn.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.testkit.disk.FaultyDisk;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// After an erasure no file of the log holds a byte of the customer: packed pages are unpacked to
/// look into them.
class ErasureTest {

  private static final LogSettings SMALL = new LogSettings(20_000, 20_000, 5_000);
  private static final String MARY = "mary.poppins@example.org";

  @Test
  void leavesNoByteOfTheCustomerInAnyFile() {
    FaultyDisk disk = new FaultyDisk(3);
    int customers = 100_000;
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      fill(log, customers);
      log.append("api", live("mary-event-1", MARY, "mary-secret-1"));
      log.append("api", live("other-1", "someone", "harmless"));
      log.compact();
      log.append("api", live("mary-event-2", MARY, "mary-secret-2"));
      log.record(new Fact.Merge(MARY, "c1", Events.CLOCK.instant()));
      log.seal();
      log.record(new Fact.Merge("c2", MARY, Events.CLOCK.instant()));
      log.record(new Fact.Merge("c3", "c4", Events.CLOCK.instant()));
      log.append("api", live("mary-event-3", MARY, "mary-secret-3"));
      assertTrue(holds(disk, "mary"));
      long before = log.snapshot().events();
      long level1 = log.snapshot().segments().stream().filter(s -> s.level() == 1).count();
      assertTrue(level1 > 4);

      Erased erased = log.erase(List.of(MARY));

      assertEquals(1, erased.identifiers());
      assertEquals(5, erased.events());
      assertEquals(2, erased.facts());
      assertTrue(erased.filesRewritten() <= 7, "too many files: " + erased);
      assertFalse(holds(disk, "mary"));
      assertEquals(before - 5, log.snapshot().events());
      assertEquals(1, log.snapshot().facts().size());
      assertEquals(List.of(), log.verify());
      Erasure entry = log.snapshot().erasures().getFirst();
      assertEquals(log.customerHash(MARY), entry.customerHash());
    }
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      assertFalse(Events.lines(log).stream().anyMatch(l -> l.contains("mary")));
      assertFalse(holds(disk, "mary"));
    }
  }

  @Test
  void refusesTheEventsOfAnErasedCustomer() {
    FaultyDisk disk = new FaultyDisk(3);
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      fill(log, 100);
      log.erase(List.of(MARY));
      assertEquals(0, log.erase(List.of(MARY)).events());
      try (Import in = log.begin("file")) {
        in.append(rows(100));
        assertEquals(new Appended(0, 100, 2), in.commit());
      }
      assertEquals(
          new Appended(0, 0, 1), log.append("api", live("mary-event-9", MARY, "mary-secret-9")));
      assertThrows(
          RefusedException.class,
          () -> log.record(new Fact.Merge("c1", MARY, Events.CLOCK.instant())));
      log.seal();
      assertFalse(holds(disk, "mary"));
    }
  }

  @Test
  void dropsACustomerThatIsErasedWhileAnImportRuns() {
    FaultyDisk disk = new FaultyDisk(3);
    try (EventLog log = Events.open(disk.root(), SMALL)) {
      try (Import in = log.begin("file")) {
        in.append(rows(100));
        log.erase(List.of(MARY));
        assertEquals(new Appended(100, 0, 2), in.commit());
      }
      assertEquals(100, log.snapshot().events());
      assertFalse(holds(disk, "mary"));
      assertEquals(List.of(), log.verify());
    }
  }

  private static void fill(EventLog log, int customers) {
    try (Import in = log.begin("file")) {
      in.append(rows(Math.min(customers, 60_000)));
      if (customers > 60_000) {
        EventBatch rest = new EventBatch();
        for (int i = 60_000; i < customers; i++) {
          Events.row(rest, "c" + i, i + 10);
        }
        in.append(rest);
      }
      in.commit();
    }
  }

  /// One event a customer, and two of Mary among them.
  private static EventBatch rows(int customers) {
    EventBatch batch = new EventBatch();
    for (int i = 0; i < customers; i++) {
      if (i == customers / 2 || i == 7) {
        batch.property("mail", PropertyColumn.Kind.TEXT).add("mary-secret-" + i);
        Events.row(batch, MARY, i == 7 ? 1_000_001 : 1_000_002);
      }
      Events.row(batch, "c" + i, i + 1);
    }
    return batch;
  }

  private static EventBatch live(String id, String customer, String secret) {
    EventBatch batch = new EventBatch();
    batch.id().add(id);
    batch.property("mail", PropertyColumn.Kind.TEXT).add(secret);
    Events.row(batch, customer, 1);
    return batch;
  }

  /// Whether a file holds a text, as it is or inside its packed pages.
  private static boolean holds(FaultyDisk disk, String text) {
    for (Map.Entry<String, byte[]> file : disk.files().entrySet()) {
      List<byte[]> contents = new ArrayList<>(List.of(file.getValue()));
      if (file.getKey().endsWith(".parquet")) {
        contents.addAll(
            dev.sojourn.store.parquet.UnpackedPages.of(
                MemorySegment.ofArray(file.getValue()), file.getKey()));
      }
      for (byte[] content : contents) {
        if (new String(content, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
