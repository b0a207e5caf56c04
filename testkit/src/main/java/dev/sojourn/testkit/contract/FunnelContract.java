package dev.sojourn.testkit.contract;

import static dev.sojourn.testkit.contract.Answers.lasting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.FunnelStep;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How far units come along ordered steps.
public interface FunnelContract extends Answers {

  private static Spec.Funnel steps(@Nullable Duration window, String... names) {
    List<List<String>> steps = Arrays.stream(names).map(List::of).toList();
    return new Spec.Funnel(steps, window, EventFilter.ALL, Period.ALWAYS);
  }

  private List<FunnelStep> funnel(Spec spec, String... journeys) {
    return ((AnalysisResult.Funnel) ask(spec, journeys)).steps();
  }

  private List<Long> reached(Spec spec, String... journeys) {
    return funnel(spec, journeys).stream().map(FunnelStep::reached).toList();
  }

  private List<Long> inProgress(Spec spec, String... journeys) {
    return funnel(spec, journeys).stream().map(FunnelStep::inProgress).toList();
  }

  @Test
  @DisplayName("Funnel: each step counts who came to it, in order, with other events between")
  default void funnelCountsUnits() {
    Rate all = new Rate(2, 2);
    Rate half = new Rate(1, 2);
    assertEquals(
        new AnalysisResult.Funnel(
            new Population(3, 6),
            List.of(
                new FunnelStep(1, List.of("view"), 2, 0, 1, all, null, null),
                new FunnelStep(
                    2, List.of("buy"), 1, 0, 0, half, half, new Elapsed(540, 540, 540)))),
        ask(
            steps(null, "view", "buy"),
            "ann: view@0 cart@5m buy@9m",
            "bob: buy@0 view@1m",
            "eve: buy@0"));
  }

  @Test
  @DisplayName("Funnel: every entry opens an attempt; the furthest one counts")
  default void funnelTakesTheFurthestAttempt() {
    assertEquals(
        List.of(1L, 1L, 1L),
        reached(
            steps(Duration.ofHours(1), "a", "b", "c"), "ann: a@13h a@13h30m b@13h45m c@14h15m"));
  }

  @Test
  @DisplayName("Funnel: what happens exactly at the end of the window is in it")
  default void funnelWindowIsInclusive() {
    Spec spec = steps(Duration.ofHours(1), "a", "b");
    assertEquals(List.of(1L, 1L), reached(spec, "ann: a@0 b@1h"));
    assertEquals(List.of(1L, 0L), reached(spec, "ann: a@0 b@1h1µs"));
  }

  @Test
  @DisplayName("Funnel: a step that equals the one before needs a second event")
  default void funnelStepsTakeAnEventEach() {
    Spec spec = steps(null, "a", "a", "b");
    assertEquals(List.of(1L, 0L, 0L), reached(spec, "ann: a@0 b@1s"));
    assertEquals(List.of(1L, 1L, 1L), reached(spec, "ann: a@0 a@0 b@0"));
  }

  @Test
  @DisplayName("Funnel: any touchpoint of a step is the step")
  default void funnelStepsAreAlternatives() {
    Spec spec =
        new Spec.Funnel(
            List.of(List.of("a", "b"), List.of("c", "a"), List.of("b")),
            null,
            EventFilter.ALL,
            Period.ALWAYS);
    assertEquals(
        List.of(3L, 2L, 1L), reached(spec, "ann: a@0 a@1s b@2s", "bob: b@0 c@1s", "eve: c@0 a@1s"));
  }

  @Test
  @DisplayName("Funnel: a step that never occurs, or that the filter hides, is reached by nobody")
  default void funnelStepsThatNeverOccur() {
    assertEquals(List.of(1L, 0L), reached(steps(null, "a", "never"), "ann: a@0 b@1s"));
    Spec hidden =
        new Spec.Funnel(
            List.of(List.of("a"), List.of("b")), null, Answers.only("a"), Period.ALWAYS);
    assertEquals(List.of(1L, 0L), reached(hidden, "ann: a@0 b@1s"));
  }

  @Test
  @DisplayName("Funnel: at one time the order of the source decides")
  default void funnelBreaksTiesBySequence() {
    assertEquals(List.of(1L, 0L), reached(steps(null, "a", "b"), "ann: b@1s a@1s"));
    assertEquals(List.of(1L, 1L), reached(steps(null, "a", "b"), "ann: a@1s b@1s"));
  }

  @Test
  @DisplayName("Funnel: who stopped while the window is open is in progress, not dropped")
  default void funnelCensorsOpenWindows() {
    Spec spec = steps(lasting("1h"), "a", "b");
    // Known is what happened through 1h30m: bob has time until 1h40m, ann had until 1h30m.
    List<FunnelStep> steps = funnel(spec, "ann: a@30m", "bob: a@40m", "eve: x@1h30m");
    assertEquals(2, steps.getFirst().reached());
    assertEquals(1, steps.getFirst().inProgress());
    assertEquals(1, steps.getFirst().dropped());
    assertEquals(0, steps.getLast().inProgress());
  }

  @Test
  @DisplayName(
      "Funnel: while the window of the latest entry is open, the unit can still come further")
  default void funnelCensorsByTheLatestEntry() {
    Spec spec = steps(lasting("1h"), "a", "b", "c");
    assertEquals(List.of(0L, 0L, 0L), inProgress(spec, "ann: a@0 b@10m", "eve: x@1h"));
    assertEquals(List.of(0L, 1L, 0L), inProgress(spec, "ann: a@0 b@10m a@20m", "eve: x@1h"));
  }

  @Test
  @DisplayName("Funnel: a window may end between two moments that the data can tell apart")
  default void funnelWindowOfPartOfATick() {
    Spec spec = steps(lasting("500ms"), "a", "b");
    assertEquals(List.of(1L, 0L), reached(spec, "ann: a@10s b@11s"));
    assertEquals(List.of(1L, 0L), inProgress(spec, "ann: a@10s"));
    assertEquals(List.of(0L, 0L), inProgress(spec, "ann: a@10s b@11s"));
  }

  @Test
  @DisplayName("Funnel: without a window nobody is in progress")
  default void funnelWithoutWindowHasNobodyInProgress() {
    assertEquals(List.of(0L, 0L), inProgress(steps(null, "a", "b"), "ann: a@0"));
  }

  @Test
  @DisplayName("Funnel: elapsed time is that of the attempt that is there first and began last")
  default void funnelElapsedOfTheChosenAttempt() {
    List<FunnelStep> steps =
        funnel(steps(null, "a", "b", "c"), "ann: a@0 b@4s a@5s b@6s b@7s c@10s a@11s b@11s c@11s");
    assertEquals(new Elapsed(1, 1, 1), steps.get(1).elapsedSeconds());
    assertEquals(new Elapsed(4, 4, 4), steps.get(2).elapsedSeconds());
  }

  @Test
  @DisplayName("Funnel: a period selects entries; what completes them may come after it")
  default void funnelPeriodSelectsEntries() {
    Spec spec =
        new Spec.Funnel(
            List.of(List.of("a"), List.of("b")), null, EventFilter.ALL, Answers.from("1h", "2h"));
    assertEquals(
        List.of(2L, 1L),
        reached(spec, "ann: a@1h b@3h", "bob: a@0 b@1h30m", "eve: a@2h b@3h", "joe: a@1h59m"));
    assertEquals(new Population(1, 2), ask(spec, "bob: a@0 b@1h30m").population());
  }

  @Test
  @DisplayName("Funnel: among events without times order alone counts, whatever the window")
  default void funnelWithoutTimes() {
    List<FunnelStep> steps = funnel(steps(lasting("1s"), "a", "b", "c"), "ann: a b", "bob: b a");
    assertEquals(List.of(2L, 1L, 0L), steps.stream().map(FunnelStep::reached).toList());
    assertEquals(1, steps.getFirst().dropped());
    assertEquals(1, steps.get(1).dropped());
    assertEquals(null, steps.get(1).elapsedSeconds());
  }

  @Test
  @DisplayName("Funnel: from an event without time to one with a time is within no window")
  default void funnelFromUntimedToTimed() {
    assertEquals(List.of(1L, 0L), reached(steps(lasting("1w"), "a", "b"), "ann: a@? b@0"));
    assertEquals(List.of(1L, 1L), reached(steps(null, "a", "b"), "ann: a@? b@0"));
  }
}
