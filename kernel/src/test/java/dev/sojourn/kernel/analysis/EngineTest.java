package dev.sojourn.kernel.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Edge;
import dev.sojourn.kernel.result.AnalysisResult.StageDwell;
import dev.sojourn.kernel.result.AnalysisResult.Variant;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineTest {

  private static final long MINUTE = 60_000_000L;

  private final JourneyTableBuilder events = JourneyTable.builder();
  private long seq;

  private EngineTest event(String customer, String name, double minute) {
    seq++;
    events.add(customer, name, null, (long) (minute * MINUTE), seq, "e" + seq);
    return this;
  }

  private AnalysisResult ask(Spec spec) {
    try (Engine engine = new Engine(2)) {
      return engine.run(spec, events.build().inParts(2));
    }
  }

  private static Spec.Funnel funnel(@Nullable Duration window, String... steps) {
    List<List<String>> each = List.of(steps).stream().map(List::of).toList();
    return new Spec.Funnel(each, window, EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  void aLaterEntryMayReachDeeper() {
    event("ann", "a", 0).event("ann", "a", 30).event("ann", "b", 45).event("ann", "c", 75);
    AnalysisResult.Funnel result =
        (AnalysisResult.Funnel) ask(funnel(Duration.ofHours(1), "a", "b", "c"));
    assertEquals(1, result.steps().get(2).reached());
    assertEquals(15 * 60, result.steps().get(1).elapsedSeconds().median());
  }

  @Test
  void whoMayStillConvertIsInProgressAndNotDropped() {
    event("ann", "a", 0).event("bob", "a", 100).event("cid", "other", 120);
    AnalysisResult.Funnel result =
        (AnalysisResult.Funnel)
            ask(
                new Spec.Funnel(
                    List.of(List.of("a"), List.of("other")),
                    Duration.ofHours(1),
                    EventFilter.ALL,
                    Period.ALWAYS));
    assertEquals(2, result.steps().get(0).reached());
    assertEquals(1, result.steps().get(0).inProgress());
    assertEquals(1, result.steps().get(0).dropped());
    assertEquals(3, result.population().units());
  }

  @Test
  void aStepEqualToAnotherNeedsASecondEvent() {
    event("ann", "a", 0).event("bob", "a", 0).event("bob", "a", 1);
    AnalysisResult.Funnel result = (AnalysisResult.Funnel) ask(funnel(null, "a", "a"));
    assertEquals(2, result.steps().get(0).reached());
    assertEquals(1, result.steps().get(1).reached());
  }

  @Test
  void duringSelectsEntriesAndCompletionsCountAfterIt() {
    event("ann", "a", 0).event("ann", "b", 300).event("bob", "a", 200).event("bob", "b", 201);
    Period firstHour = new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));
    AnalysisResult.Funnel result =
        (AnalysisResult.Funnel)
            ask(
                new Spec.Funnel(
                    List.of(List.of("a"), List.of("b")), null, EventFilter.ALL, firstHour));
    assertEquals(1, result.steps().get(0).reached());
    assertEquals(1, result.steps().get(1).reached());
  }

  @Test
  void flowCountsPairsUnitsAndTimes() {
    event("ann", "a", 0).event("ann", "b", 1).event("ann", "a", 2).event("ann", "b", 5);
    event("bob", "b", 0).event("bob", "a", 9);
    AnalysisResult.Flow flow =
        (AnalysisResult.Flow) ask(new Spec.Flow(EventFilter.ALL, Period.ALWAYS));
    Edge first = flow.edges().get(0);
    assertEquals("a", first.from());
    assertEquals(2, first.occurrences());
    assertEquals(1, first.units());
    assertEquals(120, first.elapsedSeconds().median());
    assertEquals(180, first.elapsedSeconds().p90());
    assertEquals(2, flow.edges().get(1).units());
    assertEquals(List.of("a", "b"), flow.starts().stream().map(s -> s.touchpoint()).toList());
  }

  @Test
  void variantsListTheFirstByNameAmongEquals() {
    event("ann", "b", 0).event("bob", "a", 0).event("cid", "c", 0).event("dan", "c", 0);
    AnalysisResult.Variants variants =
        (AnalysisResult.Variants) ask(new Spec.Variants(2, EventFilter.ALL, Period.ALWAYS));
    assertEquals(
        List.of(List.of("c"), List.of("a")),
        variants.variants().stream().map(Variant::path).toList());
    assertEquals(3, variants.distinct());
    assertEquals(1, variants.otherVariants());
    assertEquals(1, variants.otherUnits());
  }

  @Test
  void aGapOfExactlyTheTimeoutDoesNotSplitAndNeitherDoesMidnight() {
    event("ann", "a", 23 * 60 + 50)
        .event("ann", "a", 24 * 60 + 20)
        .event("ann", "a", 24 * 60 + 50.1);
    AnalysisResult.Sessions sessions =
        (AnalysisResult.Sessions)
            ask(new Spec.Sessions(Duration.ofMinutes(30), EventFilter.ALL, Period.ALWAYS));
    assertEquals(2, sessions.sessions());
    assertEquals(1.5, sessions.lengthEvents().median());
  }

  @Test
  void dwellKeepsOpenStaysApartFromClosedOnes() {
    double day = 24 * 60;
    event("ann", "A", 0)
        .event("ann", "A", 2 * day)
        .event("ann", "B", 5 * day)
        .event("ann", "A", 6 * day);
    Map<String, List<String>> stages = new LinkedHashMap<>();
    stages.put("first", List.of("A"));
    stages.put("second", List.of("B"));
    AnalysisResult.Dwell dwell =
        (AnalysisResult.Dwell) ask(new Spec.Dwell(stages, EventFilter.ALL, Period.ALWAYS));
    assertEquals(
        new StageDwell("first", 2, 5 * 86400.0, 5 * 86400.0, 1, 1, 0, 1), dwell.stages().get(0));
    assertEquals(new StageDwell("second", 1, 86400.0, 86400.0, 0, 0, 1, 0), dwell.stages().get(1));
  }

  @Test
  void nothingIsNotZero() {
    AnalysisResult.Summary summary =
        (AnalysisResult.Summary) ask(new Spec.Summary(EventFilter.ALL, Period.ALWAYS));
    assertEquals(0, summary.population().units());
    assertNull(summary.journeyLength());
    assertNull(summary.firstTime());
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    event("ann", "catalog", 0);
    Spec.Funnel funnel =
        new Spec.Funnel(List.of(List.of()), Duration.ofHours(-1), EventFilter.ALL, Period.ALWAYS);
    RefusedException refused = assertThrows(RefusedException.class, () -> ask(funnel));
    assertEquals(2, refused.problems().size());
  }

  @Test
  void aNameThatNeverOccursIsFoundWithTheOneThatWasMeant() {
    event("ann", "catalog", 0).event("ann", "cart", 1);
    Spec.Funnel funnel = funnel(null, "catlog", "cart");
    List<Problem> unknown = UnknownNames.in(funnel, events.build().vocabulary());
    assertEquals(1, unknown.size());
    assertTrue(unknown.get(0).message().contains("Did you mean 'catalog'?"));
    assertEquals(0, ((AnalysisResult.Funnel) ask(funnel)).steps().get(0).reached());
  }

  @Test
  void aFilterHidesEventsAndThoseWithNothingLeft() {
    event("ann", "a", 0).event("ann", "b", 1).event("ann", "a", 2).event("bob", "b", 0);
    AnalysisResult.Flow flow =
        (AnalysisResult.Flow)
            ask(new Spec.Flow(new EventFilter(List.of("a"), Map.of()), Period.ALWAYS));
    assertEquals(1, flow.population().units());
    assertEquals("a", flow.edges().get(0).to());
    assertEquals(120, flow.edges().get(0).elapsedSeconds().mean());
  }

  @Test
  void aCancelledQuestionStops() {
    event("ann", "a", 0);
    try (Engine engine = new Engine(1)) {
      assertThrows(
          CancelledException.class,
          () ->
              engine.run(
                  new Spec.Summary(EventFilter.ALL, Period.ALWAYS), events.build(), () -> true));
    }
  }
}
