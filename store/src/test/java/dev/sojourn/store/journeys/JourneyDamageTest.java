package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.journeys.IdentityFact.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A byte that is not what was written is noticed, named and mended.
class JourneyDamageTest {

  /// Every byte in the long form, some of each section in the short one.
  private static final int STEP = Integer.getInteger("sojourn.torture", 1) > 1 ? 1 : 5;

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();

  @BeforeEach
  void fill() throws IOException {
    for (int i = 0; i < 12; i++) {
      log.add("c" + i % 5, "name" + i % 3, 1_700_000_000_000_000L + i * 40_000_000_000_000L, i);
    }
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      store.refresh(BuildProgress.NONE);
      log.add("c1", "late", 1_600_000_000_000_000L, 99);
      log.decide(Kind.MERGE, "c2", "c3");
      store.refresh(BuildProgress.NONE);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void namesTheFileOfEveryFlippedByte() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int at = whole.length % STEP; at < whole.length; at += STEP) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << at % 8);
        Files.write(file, flipped);
        try (JourneyStore store = JourneyStore.open(folder, log::open)) {
          List<String> findings = store.verify();
          String where = file.getFileName() + " at " + at;
          assertEquals(1, findings.size(), where + ": " + findings);
          assertTrue(findings.getFirst().contains(String.valueOf(file.getFileName())), where);
        }
      }
      Files.write(file, whole);
    }
  }

  @Test
  void buildsAgainWhatIsFlippedCutOffOrMissing() throws IOException {
    int kinds = 4;
    for (int kind = 0; kind < kinds; kind++) {
      for (Path file : files()) {
        if (!Files.exists(file)) {
          continue;
        }
        damage(file, kind);
        // Files that only merging reads are looked at when something is to be merged.
        log.add("c1", "more", 1_650_000_000_000_000L, 200);
        log.add("c4", "more", 1_650_000_000_000_000L, 201);
        try (JourneyStore store = JourneyStore.open(folder, log::open)) {
          Refreshed refreshed = store.refresh(BuildProgress.NONE);
          boolean current = file.endsWith("CURRENT");
          assertEquals(current && kind == 2, refreshed.findings().isEmpty(), file + " " + kind);
          assertEquals(Refreshed.Outcome.REBUILT, refreshed.outcome());
          try (Journeys journeys = store.snapshot()) {
            JourneysText.assertSame(log.journeys(EventFilter.ALL), journeys, file.toString());
          }
          assertEquals(List.of(), store.verify());
          log.add("c1", "late", 1_600_000_000_000_000L, 300);
          store.refresh(BuildProgress.NONE);
        }
      }
    }
  }

  private static void damage(Path file, int kind) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (kind) {
      case 0 -> bytes[bytes.length / 2] ^= 4;
      case 1 -> bytes = Arrays.copyOf(bytes, bytes.length - 1);
      case 2 -> {
        Files.delete(file);
        return;
      }
      default -> bytes = new byte[0];
    }
    Files.write(file, bytes);
  }

  @Test
  void removesWhatAnInterruptedBuildLeft() throws IOException {
    Path left = Files.writeString(folder.resolve("base-9-0.columns"), "half");
    Path spill = Files.writeString(folder.resolve("spill-0"), "half");
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      assertEquals(List.of(), store.verify());
    }
    assertFalse(Files.exists(left) || Files.exists(spill), "orphans stay");
  }
}
