package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.AnalysisResult.Variant;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The distinct paths of whole journeys.
public interface VariantsContract extends Answers {

  private static Spec.Variants top(int top) {
    return new Spec.Variants(top, EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  @DisplayName("Variants: paths are listed most units first, and what is not listed is summed up")
  default void variantsSumUpTheRest() {
    assertEquals(
        new AnalysisResult.Variants(
            new Population(4, 8),
            List.of(new Variant(List.of("b", "a"), 2, new Rate(2, 4))),
            3,
            2,
            2),
        ask(top(1), "u1: b@0 a@1s", "u2: a@0 b@0", "u3: b@5s a@9s", "u4: a@0 a@1s"));
  }

  @Test
  @DisplayName("Variants: an event that repeats stays in the path")
  default void variantsKeepRepeats() {
    assertEquals(
        List.of(
            new Variant(List.of("a"), 1, new Rate(1, 2)),
            new Variant(List.of("a", "a"), 1, new Rate(1, 2))),
        variants("u1: a@0 a@0", "u2: a@0"));
  }

  @Test
  @DisplayName("Variants: paths of equal count are in order element by element, the shorter first")
  default void variantsOrderByElement() {
    assertEquals(
        List.of(List.of("a"), List.of("a", "b"), List.of("ab"), List.of("b")),
        variants("u1: b", "u2: ab", "u3: a b", "u4: a").stream().map(Variant::path).toList());
  }

  @Test
  @DisplayName("Variants: at one time the order of the source decides")
  default void variantsBreakTiesBySequence() {
    assertEquals(
        List.of(new Variant(List.of("c", "a", "b"), 1, new Rate(1, 1))),
        variants("u1: c@1s a@1s b@1s"));
  }

  private List<Variant> variants(String... journeys) {
    return ((AnalysisResult.Variants) ask(top(50), journeys)).variants();
  }
}
