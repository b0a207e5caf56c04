package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.journeys.IdentityFact.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is unusual about a journey and must not be lost.
class JourneyShapesTest {

  private static final long DAY = 86_400_000_000L;
  private static final long START = 1_700_000_000_000_000L;

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @Test
  void keepsTheCoarsestTickThatLosesNothing() throws IOException {
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      log.add("a", "x", START, 1);
      assertEquals(Tick.SECOND, refreshed(store));
      log.add("b", "x", START + 1_000, 2);
      assertEquals(Tick.MILLISECOND, refreshed(store));
      log.add("b", "x", START + 1, 3);
      assertEquals(Tick.MICROSECOND, refreshed(store));
    }
  }

  private Tick refreshed(JourneyStore store) throws IOException {
    store.refresh(BuildProgress.NONE);
    try (Journeys journeys = store.snapshot()) {
      JourneysText.assertSame(log.journeys(EventFilter.ALL), journeys, "");
      return journeys.tick();
    }
  }

  @Test
  void keepsGapsThatDoNotFitAndTimesBeforeTheEpoch() throws IOException {
    for (long gap : List.of(0xFFFFFFFEL, 0xFFFFFFFFL, 0x100000000L, 300 * 365 * DAY)) {
      log.add("a" + gap, "x", -50 * 365 * DAY + 1, 1);
      log.add("a" + gap, "y", -50 * 365 * DAY + 1 + gap, 2);
      log.add("a" + gap, "z", -50 * 365 * DAY + 2 + gap, 3);
    }
    assertShown();
  }

  @Test
  void putsUntimedEventsFirstBySeq() throws IOException {
    log.add("a", "late", START, 1);
    log.add("a", "second", JourneyBlock.UNTIMED, 9);
    log.add("a", "first", JourneyBlock.UNTIMED, 3);
    log.add("b", "only", JourneyBlock.UNTIMED, 1);
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
      try (Journeys journeys = store.snapshot()) {
        assertEquals(
            List.of("first null -", "second null -", "late null " + START),
            JourneysText.of(journeys).get("a"));
      }
    }
  }

  @Test
  void hasNoLatestTimeWhenNothingHasATime() throws IOException {
    log.add("a", "x", JourneyBlock.UNTIMED, 1);
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
      try (Journeys journeys = store.snapshot()) {
        assertEquals(JourneyBlock.UNTIMED, journeys.dataThrough());
      }
    }
  }

  @Test
  void breaksTiesByTheIdOfTheEvent() throws IOException {
    log.add(new MemoryLog.Event("a", "f2o10", null, START, 0, 10, "f2", null, Map.of()));
    log.add(new MemoryLog.Event("a", "f2o9", null, START, 0, 9, "f2", null, Map.of()));
    log.add(new MemoryLog.Event("a", "f1o11", null, START, 0, 11, "f1", null, Map.of()));
    log.add(new MemoryLog.Event("a", "given", null, START, 0, 5, "f1", "f10", Map.of()));
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
      // The base knows no ids, so the log has to be asked.
      log.add(new MemoryLog.Event("a", "f2o8", null, START, 0, 8, "f2", null, Map.of()));
      store.refresh(BuildProgress.NONE);
      try (Journeys journeys = store.snapshot()) {
        assertEquals(
            List.of("f1o11", "given", "f2o8", "f2o9", "f2o10"),
            JourneysText.of(journeys).get("a").stream().map(e -> e.split(" ", 2)[0]).toList());
      }
    }
  }

  @Test
  void keepsIdentifiersVerbatim() throws IOException {
    for (String id : List.of("", " ", "Ann ", "ann", "ünï\u0000cödé", "x".repeat(70_000))) {
      log.add(id, "x", START, 1);
    }
    assertShown();
  }

  @Test
  void holdsManyNamesAndLongJourneys() throws IOException {
    for (int i = 0; i < 100_000; i++) {
      log.add("busy", "name" + i % 1_500, START + (i * 7_919L % 100_000) * 1_000, i);
    }
    for (int i = 0; i < 2_000; i++) {
      log.add("single" + i, "name" + i, START, i);
    }
    assertShown();
  }

  @Test
  void keepsPeopleApartWhoseHashesCollide() throws IOException {
    log.hashedBy(id -> id.length() % 2);
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      for (int i = 0; i < 60; i++) {
        log.add("c" + i % 15, "x" + i, START + i % 7, i);
      }
      refreshed(store);
      log.add("c3", "late", START - 5, 100);
      log.decide(Kind.MERGE, "c4", "c14");
      refreshed(store);
      log.decide(Kind.SPLIT, "c14", "c4");
      refreshed(store);
      log.erase("c5");
      refreshed(store);
      store.compactFully(BuildProgress.NONE);
      refreshed(store);
    }
  }

  @Test
  void refusesMoreNamesThanCodes() throws IOException {
    for (int i = 0; i <= 65_535; i++) {
      log.add("a", "name" + i, START, i);
    }
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      RefusedException refused =
          assertThrows(RefusedException.class, () -> store.refresh(BuildProgress.NONE));
      assertEquals("event", refused.problems().getFirst().field());
      assertTrue(refused.getMessage().contains("65535"), refused.getMessage());
    }
  }

  @Test
  void endsABuildWhenToldAndStaysAsItWas() throws IOException {
    log.add("a", "x", START, 1);
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
      for (int i = 0; i < 5_000; i++) {
        log.add("a", "x", START, i + 2);
      }
      assertThrows(CancelledException.class, () -> store.rebuild((done, total) -> done < 2_000));
      try (Journeys journeys = store.snapshot()) {
        assertEquals(1, journeys.events());
      }
      assertEquals(List.of(), store.verify());
      store.rebuild((done, total) -> done <= total && total == 5_001);
      refreshed(store);
    }
  }

  @Test
  void keepsASnapshotAsItWasWhileTheStoreGoesOn() throws IOException {
    log.add("a", "x", START, 1);
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
      try (Journeys before = store.snapshot()) {
        log.add("a", "y", START + 1, 2);
        log.add("b", "y", START + 1, 3);
        refreshed(store);
        store.compactFully(BuildProgress.NONE);
        refreshed(store);
        assertEquals(Map.of("a", List.of("x null " + START)), JourneysText.of(before));
      }
    }
  }

  @Test
  void buildsAgainWhenTheLogIsAnotherOne() throws IOException {
    log.add("a", "x", START, 1);
    log.add("b", "x", START, 2);
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
    }
    MemoryLog shorter = new MemoryLog();
    shorter.add("c", "x", START, 1);
    for (MemoryLog other : List.of(shorter, new MemoryLog().lineage("b"))) {
      try (JourneyStore store = JourneyStore.open(folder, other::open)) {
        assertEquals(Refreshed.Outcome.REBUILT, store.refresh(BuildProgress.NONE).outcome());
        try (Journeys journeys = store.snapshot()) {
          JourneysText.assertSame(other.journeys(EventFilter.ALL), journeys, "");
        }
      }
    }
  }

  private void assertShown() throws IOException {
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      refreshed(store);
    }
    // As another process sees it.
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      assertEquals(Refreshed.Outcome.UNCHANGED, store.refresh(BuildProgress.NONE).outcome());
      refreshed(store);
    }
  }
}
