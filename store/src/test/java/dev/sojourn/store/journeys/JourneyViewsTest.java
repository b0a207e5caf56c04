package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Views against the obvious answer.
class JourneyViewsTest {

  private static final int CASES = 8 * Integer.getInteger("sojourn.torture", 1);

  @TempDir Path folder;

  @Test
  void showsWhatAFilterLeaves() throws IOException {
    for (int seed = 0; seed < CASES; seed++) {
      RandomLog random = new RandomLog(1_000 + seed);
      random.grow(300);
      random.merge();
      try (JourneyStore store = JourneyStore.open(folder.resolve("s" + seed), random.log::open)) {
        store.refresh(BuildProgress.NONE);
        random.grow(10);
        for (EventFilter filter : filters(random)) {
          String where = "seed " + (1_000 + seed) + ", " + filter;
          assertView(random.log, store, filter, where);
          assertView(random.log, store, filter, where + ", again");
        }
      }
    }
  }

  private static List<EventFilter> filters(RandomLog random) {
    List<String> names = List.of("name0", "name" + random.nextInt(5), "no such name");
    Map<String, List<String>> platform = Map.of("platform", List.of("p1", "p2"));
    return List.of(
        EventFilter.ALL,
        new EventFilter(names, Map.of()),
        new EventFilter(List.of("no such name"), Map.of()),
        new EventFilter(List.of(), platform),
        new EventFilter(names, platform),
        new EventFilter(List.of(), Map.of("platform", List.of("p0"), "plan", List.of("q1"))),
        new EventFilter(List.of(), Map.of("no such property", List.of("x"))));
  }

  private static void assertView(
      MemoryLog log, JourneyStore store, EventFilter filter, String where) throws IOException {
    JourneyTable expected = log.journeys(filter);
    try (Journeys view = store.view(filter, BuildProgress.NONE);
        Journeys all = store.snapshot()) {
      assertEquals(JourneysText.of(expected), JourneysText.of(view), where);
      assertEquals(expected.units(), view.units(), where);
      assertEquals(expected.events(), view.events(), where);
      assertEquals(
          Math.floorDiv(all.dataThrough() * all.tick().micros(), view.tick().micros()),
          view.dataThrough(),
          where);
      for (int c = 0; c < view.vocabulary().size(); c++) {
        String name = view.vocabulary().name(c);
        assertTrue(filter.names().isEmpty() || filter.names().contains(name), where);
      }
    }
  }

  @Test
  void hidesAThousandNames() throws IOException {
    MemoryLog log = new MemoryLog();
    List<String> visible = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      log.add("c" + i % 37, "name" + i % 3_000, 1_700_000_000_000_000L + i, i);
      if (i < 2_000) {
        visible.add("name" + i);
      }
    }
    try (JourneyStore store = JourneyStore.open(folder, log::open)) {
      assertView(log, store, new EventFilter(visible, Map.of()), "");
    }
  }

  @Test
  void takesOverTheFilesOfAViewAndKeepsFew() throws IOException {
    RandomLog random = new RandomLog(7);
    random.grow(200);
    EventFilter filter = new EventFilter(List.of(), Map.of("platform", List.of("p1")));
    for (int process = 0; process < 2; process++) {
      try (JourneyStore store = JourneyStore.open(folder, random.log::open)) {
        assertView(random.log, store, filter, "process " + process);
      }
    }
    try (JourneyStore store = JourneyStore.open(folder, random.log::open)) {
      for (int i = 0; i < 2 * Views.MAX_VIEWS; i++) {
        assertView(
            random.log,
            store,
            new EventFilter(List.of(), Map.of("plan", List.of("q0", "v" + i))),
            "view " + i);
      }
      assertTrue(viewFolders() <= Views.MAX_VIEWS + 1, "too many views are kept");
      random.grow(1);
      store.refresh(BuildProgress.NONE);
      assertEquals(0, viewFolders());
    }
  }

  private long viewFolders() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("views"))) {
      return folders.count();
    }
  }
}
