package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is refused, because an answer would look true and be wrong.
public interface RefusalContract extends Answers {

  private List<Problem> problems(Spec spec) {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> ask(spec, "ann: view@0 cart@5m buy@9m"));
    return refused.problems();
  }

  private static Spec.Funnel funnel(List<List<String>> steps, Duration window) {
    return new Spec.Funnel(steps, window, EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  @DisplayName("Refused: a funnel without steps, a step without touchpoints, a negative window")
  default void refusesEmptyFunnels() {
    assertEquals(1, problems(funnel(List.of(), Duration.ZERO)).size());
    assertEquals(
        2, problems(funnel(List.of(List.of("view"), List.of()), Duration.ofDays(-1))).size());
  }

  @Test
  @DisplayName("Refused: a touchpoint in two stages")
  default void refusesTouchpointsInTwoStages() {
    Map<String, List<String>> stages = Map.of("one", List.of("view"), "two", List.of("view"));
    assertEquals(1, problems(new Spec.Dwell(stages, EventFilter.ALL, Period.ALWAYS)).size());
  }

  @Test
  @DisplayName("Refused: sessions that time out at once, a list of no variants")
  default void refusesNothing() {
    assertEquals(
        1, problems(new Spec.Sessions(Duration.ZERO, EventFilter.ALL, Period.ALWAYS)).size());
    assertEquals(1, problems(new Spec.Variants(0, EventFilter.ALL, Period.ALWAYS)).size());
  }
}
