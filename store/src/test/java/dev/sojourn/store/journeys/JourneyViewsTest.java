package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.spec.EventFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  @Test
  void tellsEventsOfOneNameApartAndHidesNothing() throws IOException {
    MemoryLog log = new MemoryLog();
    List<String> marks = List.of("1", "5", "a \u001f b\u001e", "");
    for (int i = 0; i < 400; i++) {
      Map<String, String> properties =
          i % 5 == 4 ? Map.of("plan", "p") : Map.of("mark", marks.get(i % 4), "plan", "q" + i % 2);
      log.add(
          new MemoryLog.Event(
              "c" + i % 20,
              i % 3 == 0 ? "answer" : "visit",
              i % 2 == 0 ? "web" : null,
              1_700_000_000_000_000L + i,
              i,
              i,
              "file",
              null,
              properties));
    }
    ToldApart apart =
        new ToldApart(
            new TreeMap<>(
                Map.of(
                    "answer",
                    new TreeMap<>(Map.of("mark", List.of(), "plan", List.of("q1"))),
                    "never",
                    new TreeMap<>(Map.of("mark", List.of())))));
    for (int process = 0; process < 2; process++) {
      try (JourneyStore store = JourneyStore.open(folder, log::open);
          Journeys view = store.view(EventFilter.ALL, apart, BuildProgress.NONE)) {
        assertEquals(400, view.events());
        assertEquals(apart, view.vocabulary().toldApart());
        assertEquals(expectedKinds(marks), kinds(view));
      }
    }
  }

  /// How many events there are of each name, channel and properties.
  private static Map<String, Integer> expectedKinds(List<String> marks) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      Map<String, String> properties = new TreeMap<>();
      if (i % 3 == 0 && i % 5 != 4) {
        properties.put("mark", marks.get(i % 4));
        if (i % 2 == 1) {
          properties.put("plan", "q1");
        }
      }
      kinds.merge(
          (i % 3 == 0 ? "answer" : "visit") + " " + (i % 2 == 0 ? "web" : null) + properties,
          1,
          Integer::sum);
    }
    return kinds;
  }

  private static Map<String, Integer> kinds(Journeys view) {
    Map<String, Integer> kinds = new TreeMap<>();
    JourneyBlock block = new JourneyBlock();
    for (JourneyPart part : view.parts()) {
      try (JourneyCursor cursor = part.open()) {
        while (cursor.next(block)) {
          for (int i = 0; i < block.events(); i++) {
            int code = block.code()[i];
            Vocabulary words = view.vocabulary();
            kinds.merge(
                words.name(code)
                    + " "
                    + words.channel(code)
                    + new TreeMap<>(words.properties(code)),
                1,
                Integer::sum);
          }
        }
      }
    }
    return kinds;
  }

  private long viewFolders() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("views"))) {
      return folders.count();
    }
  }
}
