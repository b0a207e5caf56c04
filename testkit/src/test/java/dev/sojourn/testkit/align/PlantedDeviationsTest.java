package dev.sojourn.testkit.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.result.AnalysisResult.DeviationKind;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Journeys that keep a plan but for one deviation that was planted: every one is found, at its
/// touchpoint and of its kind, and nothing else is.
class PlantedDeviationsTest {

  private static final int JOURNEYS = 2_000;

  private final long seed = 20_261_122;
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Map<String, Long> planted = new TreeMap<>();

  @Test
  void everyPlantedDeviationIsFoundAndNoOther() {
    List<PlainJourney> journeys = new ArrayList<>();
    for (int j = 0; j < JOURNEYS; j++) {
      List<PlainEvent> events = new ArrayList<>();
      for (String touchpoint : deviating(keeping())) {
        events.add(new PlainEvent(touchpoint, null, null));
      }
      journeys.add(new PlainJourney("u" + j, events));
    }
    Spec spec =
        new Spec.Alignment(
            plan(),
            Spec.Unmatched.UNEXPECTED,
            Spec.Unfinished.COMPLETE,
            EventFilter.ALL,
            Period.ALWAYS);
    Map<String, Long> found = new TreeMap<>();
    try (Engine engine = new Engine(1)) {
      Alignment answer = (Alignment) engine.run(spec, new PlainJourneys(journeys).table());
      answer.deviations().forEach(d -> found.put(d.kind() + " " + d.touchpoint(), d.occurrences()));
    }
    assertEquals(planted, found, "seed " + seed);
  }

  /// a, (b, c) once or more, d and e in any order, perhaps f, g.
  private static PlanElement plan() {
    return sequence(
        touchpoint("a"),
        new PlanElement.Repeatable(sequence(touchpoint("b"), touchpoint("c"))),
        new PlanElement.AnyOrder(List.of(touchpoint("d"), touchpoint("e"))),
        new PlanElement.Optional(touchpoint("f")),
        touchpoint("g"));
  }

  private List<String> keeping() {
    List<String> path = new ArrayList<>(List.of("a"));
    for (int turns = random.nextInt(1, 4); turns > 0; turns--) {
      path.addAll(List.of("b", "c"));
    }
    path.addAll(random.nextBoolean() ? List.of("d", "e") : List.of("e", "d"));
    if (random.nextBoolean()) {
      path.add("f");
    }
    path.add("g");
    return path;
  }

  private List<String> deviating(List<String> path) {
    switch (random.nextInt(6)) {
      case 0 -> {
        String touchpoint = random.nextBoolean() ? "d" : "g";
        path.remove(touchpoint);
        plant(DeviationKind.SKIPPED, touchpoint);
      }
      case 1 -> {
        path.add(random.nextInt(path.size() + 1), "x");
        plant(DeviationKind.UNEXPECTED, "x");
      }
      case 2 -> {
        path.add(path.indexOf("e"), "e");
        plant(DeviationKind.REPEATED, "e");
      }
      case 3 -> {
        path.remove("a");
        path.add("a");
        plant(DeviationKind.OUT_OF_ORDER, "a");
      }
      case 4 -> {
        path.add(path.indexOf("c") + 1, "b");
        path.add(path.indexOf("c") + 2, "c");
        path.remove(path.lastIndexOf("c"));
        plant(DeviationKind.TOO_SELDOM, "c");
      }
      default -> {
        // This one keeps the plan.
      }
    }
    return path;
  }

  private void plant(DeviationKind kind, String touchpoint) {
    planted.merge(kind + " " + touchpoint, 1L, Long::sum);
  }

  private static PlanElement touchpoint(String name) {
    return new PlanElement.Touchpoint(name);
  }

  private static PlanElement sequence(PlanElement... elements) {
    return new PlanElement.Sequence(List.of(elements));
  }
}
