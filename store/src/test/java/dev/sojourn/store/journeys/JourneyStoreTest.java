package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store against the obvious answer, over random logs that grow in every way.
class JourneyStoreTest {

  private static final int CASES = 20 * Integer.getInteger("sojourn.torture", 1);

  /// Steps of a funnel are no more than so long apart; the last is longer than what can be timed.
  private static final List<Duration> WINDOWS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(30),
          Duration.ofHours(10),
          Duration.ofDays(30_000),
          Duration.ofSeconds(Long.MAX_VALUE));

  @TempDir Path folder;

  @Test
  void showsEveryStateOfAGrowingLog() throws IOException {
    for (int seed = 0; seed < CASES; seed++) {
      RandomLog random = new RandomLog(seed);
      random.log.add("c0", "name0", 1_700_000_000_000_000L, 1);
      Path path = folder.resolve("store" + seed);
      JourneyStore store = JourneyStore.open(path, random.log::open);
      random.grow(random.nextInt(400));
      store.refresh(BuildProgress.NONE);
      for (int step = 0; step < 12; step++) {
        String where = "seed " + seed + ", step " + step + ", ";
        switch (random.nextInt(8)) {
          case 0 -> random.merge();
          case 1 -> random.split();
          case 2 -> random.erase();
          case 3 -> store.compact(BuildProgress.NONE);
          case 4 -> {
            store.close();
            store = JourneyStore.open(path, random.log::open);
          }
          default -> random.grow(random.nextInt(20));
        }
        store.refresh(BuildProgress.NONE);
        same(random, store, where);
      }
      store.compactFully(BuildProgress.NONE);
      same(random, store, "seed " + seed + ", compacted, ");
      assertSameFiles(path, random.log.shuffled(seed), folder.resolve("rebuilt" + seed));
      store.close();
    }
  }

  @Test
  void knowsTheIdentifiersOfACustomer() throws IOException {
    MemoryLog log = new MemoryLog();
    log.add("mail", "a", 1_000_000L, 1);
    log.add("card", "a", 2_000_000L, 2);
    log.add("phone", "a", 3_000_000L, 3);
    log.add("other", "a", 4_000_000L, 4);
    log.decide(IdentityFact.Kind.MERGE, "mail", "card");
    log.decide(IdentityFact.Kind.MERGE, "phone", "mail");
    try (JourneyStore store = JourneyStore.open(folder.resolve("store"), log::open)) {
      store.refresh(BuildProgress.NONE);
      assertEquals(List.of("mail", "card", "phone"), store.identifiersOf("phone"));
      assertEquals(List.of("other"), store.identifiersOf("other"));
      assertEquals(Set.of("mail"), store.mergedCustomers(id -> id.startsWith("ph")));
      assertEquals(Set.of(), store.mergedCustomers(id -> id.equals("other")));
      long number;
      try (Journeys first = store.snapshot()) {
        number = JourneyStore.generation(first).orElseThrow();
      }
      log.add("other", "b", 5_000_000L, 5);
      store.refresh(BuildProgress.NONE);
      try (Journeys second = store.snapshot()) {
        assertEquals(number + 1, JourneyStore.generation(second).orElseThrow());
      }
    }
  }

  private static void same(RandomLog random, JourneyStore store, String where) throws IOException {
    try (Journeys actual = store.snapshot()) {
      Journeys expected = random.log.journeys(EventFilter.ALL);
      JourneysText.assertSame(expected, actual, where);
      sameFunnels(random, expected, actual, where);
    }
    assertEquals(List.of(), store.verify(), where);
  }

  /// A funnel does not look at every journey, and which it looks at is up to the store.
  private static void sameFunnels(
      RandomLog random, Journeys expected, Journeys actual, String where) {
    try (Engine engine = new Engine(1)) {
      for (Duration window : WINDOWS) {
        List<List<String>> steps =
            Stream.generate(() -> List.of("name" + random.nextInt(5))).limit(3).toList();
        Spec.Funnel funnel = new Spec.Funnel(steps, window, EventFilter.ALL, Period.ALWAYS);
        assertEquals(engine.run(funnel, expected), engine.run(funnel, actual), where + funnel);
      }
    }
  }

  /// Asserts that a build from a log makes the bytes that are in a folder.
  private static void assertSameFiles(Path path, MemoryLog log, Path other) throws IOException {
    try (JourneyStore built = JourneyStore.open(other, log::open)) {
      built.refresh(BuildProgress.NONE);
      Map<String, byte[]> expected = files(other);
      Map<String, byte[]> actual = files(path);
      assertEquals(expected.keySet(), actual.keySet());
      expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }
  }

  /// The files of a store by name without the number of the generation, but for the manifest.
  private static Map<String, byte[]> files(Path path) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path, Files::isRegularFile)) {
      for (Path file : all) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("CURRENT")) {
          files.put(name.replaceFirst("-[0-9]+", ""), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
