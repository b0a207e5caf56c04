package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.AnalysisResult.StageDwell;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How long units stay in each stage.
public interface DwellContract extends Answers {

  double DAY = 86_400;

  /// The stages `first` with the touchpoint `a`, and `second` with `b` and `b2`.
  private static Spec.Dwell twoStages() {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    stages.put("first", List.of("a"));
    stages.put("second", List.of("b", "b2"));
    return new Spec.Dwell(stages, EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  @DisplayName(
      "Dwell: a stay lasts from entry to the first event of another stage; the last is open")
  default void dwellOfOneUnitThatComesBack() {
    assertEquals(
        new AnalysisResult.Dwell(
            new Population(1, 4),
            List.of(
                new StageDwell("first", 2, 5 * DAY, 5 * DAY, 1, 1, 0, 1),
                new StageDwell("second", 1, DAY, DAY, 0, 0, 1, 0))),
        ask(twoStages(), "ann: a@0 a@2d b@5d a@6d"));
  }

  @Test
  @DisplayName(
      "Dwell: two touchpoints of one stage are one stay, others are as if they were not there")
  default void dwellIgnoresWhatIsInNoStage() {
    assertEquals(
        new AnalysisResult.Dwell(
            new Population(2, 6),
            List.of(
                new StageDwell("first", 1, DAY, DAY, 0, 1, 0, 0),
                new StageDwell("second", 1, null, null, 1, 0, 0, 0))),
        ask(twoStages(), "ann: a@0 x@12h b@1d b2@2d x@3d", "bob: x@0"));
  }

  @Test
  @DisplayName("Dwell: who ends in the last stage is not lost")
  default void dwellEndsInTheLastStage() {
    AnalysisResult.Dwell answer =
        (AnalysisResult.Dwell) ask(twoStages(), "ann: a@0 b@1d", "bob: a@0", "eve: b@0");
    assertEquals(List.of(1L, 0L), answer.stages().stream().map(StageDwell::lost).toList());
    assertEquals(List.of(1L, 2L), answer.stages().stream().map(StageDwell::open).toList());
  }

  @Test
  @DisplayName("Dwell: a stay without both times is closed, but of no known length")
  default void dwellWithoutTimes() {
    assertEquals(
        List.of(
            new StageDwell("first", 1, null, null, 0, 1, 0, 0),
            new StageDwell("second", 1, null, null, 1, 0, 0, 0)),
        ((AnalysisResult.Dwell) ask(twoStages(), "ann: a b@1d")).stages());
  }
}
