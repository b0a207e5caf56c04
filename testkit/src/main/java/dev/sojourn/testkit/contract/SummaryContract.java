package dev.sojourn.testkit.contract;

import static dev.sojourn.testkit.contract.Answers.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.Distribution;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Counts of everything.
public interface SummaryContract extends Answers {

  private static Spec.Summary everything() {
    return new Spec.Summary(EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  @DisplayName("Summary: units, events, touchpoints and variants are counted, lengths are spread")
  default void summaryCountsEverything() {
    assertEquals(
        new AnalysisResult.Summary(
            new Population(2, 4),
            3,
            2,
            at("0"),
            at("9m"),
            new Distribution(1, 2, 2, 3),
            new Distribution(0, 270, 270, 540)),
        ask(everything(), "ann: view@0 cart@5m buy@9m", "bob: view@0"));
  }

  @Test
  @DisplayName("Summary: of nothing there is no length, no time and no duration")
  default void summaryOfNothing() {
    assertEquals(
        new AnalysisResult.Summary(new Population(0, 0), 0, 0, null, null, null, null),
        ask(everything()));
  }

  @Test
  @DisplayName("Summary: journeys without times count, but last nothing that could be known")
  default void summaryWithoutTimes() {
    assertEquals(
        new AnalysisResult.Summary(
            new Population(1, 2), 2, 1, null, null, new Distribution(2, 2, 2, 2), null),
        ask(everything(), "ann: view cart"));
  }

  @Test
  @DisplayName("Summary: one name on two channels is one touchpoint")
  default void summaryIgnoresChannels() {
    AnalysisResult answer = ask(everything(), "ann: web/view@0 app/view@1s", "bob: view@0 view@2s");
    assertEquals(
        new AnalysisResult.Summary(
            new Population(2, 4),
            1,
            1,
            at("0"),
            at("2s"),
            new Distribution(2, 2, 2, 2),
            new Distribution(1, 1.5, 1.5, 2)),
        answer);
  }

  @Test
  @DisplayName("Summary: a unit whose events are all hidden is not counted")
  default void summaryHidesUnitsWithoutVisibleEvents() {
    Spec spec = new Spec.Summary(Answers.only("cart"), Period.ALWAYS);
    assertEquals(
        new AnalysisResult.Summary(
            new Population(1, 1),
            1,
            1,
            at("5m"),
            at("5m"),
            new Distribution(1, 1, 1, 1),
            new Distribution(0, 0, 0, 0)),
        ask(spec, "ann: view@0 cart@5m buy@9m", "bob: view@0"));
  }

  @Test
  @DisplayName("Summary: a period takes its first moment and leaves out its last")
  default void summaryPeriodIsHalfOpen() {
    Spec spec = new Spec.Summary(EventFilter.ALL, Answers.from("5m", "9m"));
    AnalysisResult answer = ask(spec, "ann: view@0 cart@5m buy@9m", "bob: view");
    assertEquals(new Population(1, 1), answer.population());
  }
}
