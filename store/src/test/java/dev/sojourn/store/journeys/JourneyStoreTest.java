package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store against the obvious answer, over random logs that grow in every way.
class JourneyStoreTest {

  private static final int CASES = 20 * Integer.getInteger("sojourn.torture", 1);

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

  private static void same(RandomLog random, JourneyStore store, String where) throws IOException {
    try (Journeys actual = store.snapshot()) {
      JourneysText.assertSame(random.log.journeys(EventFilter.ALL), actual, where);
    }
    assertEquals(List.of(), store.verify(), where);
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
