package dev.sojourn.kernel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.result.AnalysisResult.Skipped;
import dev.sojourn.kernel.result.AnalysisResult.Unexpected;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Spec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/// Published logs against independently computed conformance.
class PublishedLogsTest {

  private final ReferenceLogs logs = new ReferenceLogs();

  @Test
  void loanApplications() throws IOException, XMLStreamException {
    if (logs.present()) {
      agrees("bpic2012_A_events", logs.xes("bpic2012/bpic2012.xes.gz", n -> n.startsWith("A_")));
    }
  }

  @Test
  void permitApplications() throws IOException {
    if (logs.present()) {
      String file = "receipt/receipt.csv.gz";
      agrees(
          "receipt",
          logs.csv(file, ',', "case:concept:name", "concept:name", "time:timestamp", n -> true));
    }
  }

  @Test
  void patients() throws IOException {
    if (logs.present()) {
      String file = "sepsis/sepsis.csv.gz";
      agrees("sepsis", logs.csv(file, ';', "Case ID", "Activity", "Complete Timestamp", n -> true));
    }
  }

  @Test
  void skillTests() throws IOException {
    if (logs.present()) {
      String file = "greps_journeys/greps_journeys.csv";
      agrees("greps", logs.csv(file, ',', "journey", "touchpoint", "", n -> true));
    }
  }

  @Test
  void shopCustomers() throws IOException {
    if (logs.present()) {
      String file = "simple_shop/simple-onlineshop.csv.gz";
      agrees(
          "simple_shop_users",
          logs.csv(file, ',', "user_id", "event", "timestamp", n -> !n.equals("lost")));
    }
  }

  private void agrees(String log, JourneyTable journeys) throws IOException {
    Map<?, ?> oracles = (Map<?, ?>) PlainJson.read(logs.oracle("11_conformance_times.json"));
    Map<?, ?> expected = (Map<?, ?>) ((Map<?, ?>) oracles.get(log)).get("conformance");
    Alignment actual = align((List<?>) expected.get("plan"), journeys);
    assertEquals(number(expected, "cases"), actual.population().units());
    assertEquals(number(expected, "exact"), actual.fits().n());
    assertEquals(number(expected, "contains"), actual.complete().n());
    assertEquals(number(expected, "total_cost"), actual.totalCost());
    assertEquals(
        number(expected, "mean_cost"),
        (double) actual.totalCost() / actual.population().units(),
        0.5e-6);
    assertEquals(number(expected, "mean_fitness"), actual.fitnessMean(), 0.5e-6);
    skippedAgrees((Map<?, ?>) expected.get("cases_missing_step"), actual.skipped());
    unexpectedAgrees((Map<?, ?>) expected.get("activities_outside_the_plan"), actual.unexpected());
  }

  private static void skippedAgrees(Map<?, ?> expected, List<Skipped> actual) {
    Map<Object, Double> skipped = new TreeMap<>();
    expected.keySet().forEach(touchpoint -> skipped.put(touchpoint, 0.0));
    actual.forEach(s -> skipped.put(s.touchpoint(), (double) s.units()));
    assertEquals(new TreeMap<>(expected), skipped);
  }

  /// The published list stops at the ten most frequent.
  private static void unexpectedAgrees(Map<?, ?> expected, List<Unexpected> actual) {
    Map<String, Double> occurrences =
        actual.stream()
            .collect(Collectors.toMap(Unexpected::touchpoint, u -> (double) u.occurrences()));
    expected.forEach((touchpoint, n) -> assertEquals(n, occurrences.get(touchpoint)));
    assertTrue(expected.size() == actual.size() || expected.size() == 10);
  }

  private static Alignment align(List<?> plan, JourneyTable journeys) {
    List<PlanElement> elements =
        plan.stream().map(t -> (PlanElement) new PlanElement.Touchpoint((String) t)).toList();
    Spec spec =
        new Spec.Alignment(
            new PlanElement.Sequence(elements),
            Spec.Unmatched.UNEXPECTED,
            Spec.Unfinished.COMPLETE,
            EventFilter.ALL,
            Period.ALWAYS);
    try (Engine engine = new Engine(2)) {
      return (Alignment) engine.run(spec, journeys.inParts(7));
    }
  }

  private static double number(Map<?, ?> expected, String key) {
    return (Double) expected.get(key);
  }
}
