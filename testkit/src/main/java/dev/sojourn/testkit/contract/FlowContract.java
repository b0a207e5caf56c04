package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Edge;
import dev.sojourn.kernel.result.AnalysisResult.End;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The directly-follows graph.
public interface FlowContract extends Answers {

  private static Spec.Flow everything() {
    return new Spec.Flow(EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  @DisplayName("Flow: every pair is counted by occurrence and by unit, most first, then by name")
  default void flowCountsPairs() {
    assertEquals(
        new AnalysisResult.Flow(
            new Population(2, 7),
            List.of(
                new Edge("a", "b", 2, 1, new Elapsed(2, 3, 2)),
                new Edge("a", "c", 1, 1, new Elapsed(4, 4, 4)),
                new Edge("b", "a", 1, 1, new Elapsed(5, 5, 5)),
                new Edge("c", "c", 1, 1, new Elapsed(0, 0, 0))),
            List.of(new End("a", 2)),
            List.of(new End("b", 1), new End("c", 1))),
        ask(everything(), "ann: a@0 b@1s a@6s b@9s", "bob: a@0 c@4s c@4s"));
  }

  @Test
  @DisplayName("Flow: a pair is counted, but has no elapsed time, where one of the two has no time")
  default void flowWithoutTimes() {
    assertEquals(
        List.of(new Edge("a", "b", 2, 2, new Elapsed(3, 3, 3)), new Edge("b", "a", 1, 1, null)),
        flow("ann: a b a@0", "bob: a@0 b@3s").edges());
  }

  @Test
  @DisplayName("Flow: a pair with and without times is one of a unit's pairs, counted once for it")
  default void flowCountsAUnitOnceForAPair() {
    assertEquals(
        List.of(new Edge("a", "b", 4, 2, new Elapsed(2.5, 4, 2.5)), new Edge("b", "a", 2, 2, null)),
        flow("ann: a b a@0 b@1s", "bob: a b a@0 b@4s").edges());
  }

  @Test
  @DisplayName("Flow: the pair is of visible events: what is hidden does not stand between")
  default void flowPairsVisibleEvents() {
    Spec spec = new Spec.Flow(Answers.only("a", "c"), Period.ALWAYS);
    AnalysisResult answer = ask(spec, "ann: a@0 b@1s c@9s");
    assertEquals(
        List.of(new Edge("a", "c", 1, 1, new Elapsed(9, 9, 9))),
        ((AnalysisResult.Flow) answer).edges());
  }

  @Test
  @DisplayName("Flow: the median of an even count is the mean of the middle two, p90 nearest rank")
  default void flowQuantiles() {
    assertEquals(
        List.of(new Edge("a", "b", 10, 10, new Elapsed(5.5, 9, 14.5))),
        flow(
                "u1: a@0 b@1s",
                "u2: a@0 b@2s",
                "u3: a@0 b@3s",
                "u4: a@0 b@4s",
                "u5: a@0 b@5s",
                "u6: a@0 b@6s",
                "u7: a@0 b@7s",
                "u8: a@0 b@8s",
                "u9: a@0 b@9s",
                "u10: a@0 b@100s")
            .edges());
  }

  @Test
  @DisplayName("Flow: gaps of more than 49.7 days and of single microseconds keep their length")
  default void flowKeepsEveryGap() {
    assertEquals(
        List.of(
            new Edge("a", "b", 1, 1, new Elapsed(4_294_967.297, 4_294_967.297, 4_294_967.297)),
            new Edge("b", "c", 1, 1, new Elapsed(0.000001, 0.000001, 0.000001))),
        flow("ann: a@0 b@4294967297ms c@4294967297ms1µs").edges());
  }

  @Test
  @DisplayName("Flow: names of equal count are in the order of their characters")
  default void flowOrdersByName() {
    assertEquals(
        List.of(new End("B", 1), new End("a", 1), new End("ä", 1)),
        flow("u1: ä@0", "u2: a@0", "u3: B@0").starts());
  }

  private AnalysisResult.Flow flow(String... journeys) {
    return (AnalysisResult.Flow) ask(everything(), journeys);
  }
}
