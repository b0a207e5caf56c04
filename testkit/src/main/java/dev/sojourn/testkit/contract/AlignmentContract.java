package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.result.AnalysisResult.Coverage;
import dev.sojourn.kernel.result.AnalysisResult.DeviationKind;
import dev.sojourn.kernel.result.AnalysisResult.Matched;
import dev.sojourn.kernel.result.AnalysisResult.Skipped;
import dev.sojourn.kernel.result.AnalysisResult.Unexpected;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Journeys held against a plan.
public interface AlignmentContract extends Answers {

  @Test
  @DisplayName("Alignment: fitness is 1 - cost / (journey length + cheapest plan length)")
  default void alignmentFitness() {
    PlanElement plan = sequence("a", "b", "c");
    assertEquals(0.8, align(plan, "ann: a c").fitnessMean());
    assertEquals(1.0, align(plan, "ann: a b c").fitnessMean());
    assertEquals(6.0 / 7, align(plan, "ann: a x b c").fitnessMean());
    assertEquals(2.0 / 6, align(plan, "ann: c b a").fitnessMean());
  }

  @Test
  @DisplayName("Alignment: mean fitness is over journeys, log fitness over all that can go wrong")
  default void alignmentMeanAndLog() {
    Alignment answer = align(sequence("a", "b", "c"), "u1: a c", "u2: a x b c", "u3: c b a");
    assertEquals(209.0 / 315, answer.fitnessMean());
    assertEquals(12.0 / 18, answer.fitnessLog());
    assertEquals(6, answer.totalCost());
    assertEquals(new Rate(0, 3), answer.fits());
    assertEquals(new Rate(1, 3), answer.complete());
  }

  @Test
  @DisplayName("Alignment: a journey of which nothing is in scope leaves out the whole plan")
  default void alignmentOfNothingInScope() {
    Alignment answer = align(outOfScope(sequence("a", "b", "c")), "ann: x");
    assertEquals(0.0, answer.fitnessMean());
    assertEquals(3, answer.totalCost());
    assertEquals(List.of(), answer.unexpected());
    assertEquals(new Rate(0, 1), answer.coverage().events());
  }

  @Test
  @DisplayName("Alignment: of no journey there is no fitness")
  default void alignmentOfNobody() {
    Alignment answer = align(sequence("a"));
    assertNull(answer.fitnessMean());
    assertNull(answer.fitnessLog());
    assertEquals(new Rate(0, 0), answer.fits());
  }

  @Test
  @DisplayName("Alignment: where plan and journey can both be empty they fit")
  default void alignmentOfEmptyToEmpty() {
    PlanElement plan = new PlanElement.Optional(touchpoint("a"));
    assertEquals(1.0, align(outOfScope(plan), "ann: x").fitnessMean());
    assertEquals(1.0, align(outOfScope(plan), "ann: x").fitnessLog());
  }

  @Test
  @DisplayName("Alignment: skipped is what the plan asks for and the journey does not have at all")
  default void alignmentSkipped() {
    Alignment answer = align(sequence("a", "b", "c"), "u1: a c", "u2: c b a", "u3: b a c");
    assertEquals(List.of(new Skipped("b", 1)), answer.skipped());
  }

  @Test
  @DisplayName("Alignment: unexpected is what the plan does not know, by unit and by occurrence")
  default void alignmentUnexpected() {
    Alignment answer = align(sequence("a"), "u1: x a x", "u2: y", "u3: a y");
    assertEquals(
        List.of(new Unexpected("y", 2, 2), new Unexpected("x", 1, 2)), answer.unexpected());
  }

  @Test
  @DisplayName("Alignment: out of order is what the plan knows, but not there")
  default void alignmentOutOfOrder() {
    assertEquals(List.of("a out of order"), deviations(sequence("a", "b", "c"), "ann: b a c"));
    PlanElement early = new PlanElement.Optional(touchpoint("b"));
    PlanElement plan = new PlanElement.Sequence(List.of(touchpoint("a"), early, touchpoint("c")));
    assertEquals(List.of("b out of order"), deviations(plan, "ann: a c b"));
    PlanElement often = new PlanElement.Repeatable(touchpoint("b"));
    plan = new PlanElement.Sequence(List.of(touchpoint("a"), often, touchpoint("c")));
    assertEquals(List.of("b out of order"), deviations(plan, "ann: a c b"));
  }

  @Test
  @DisplayName("Alignment: repeated is more often than the plan allows anywhere")
  default void alignmentRepeated() {
    assertEquals(List.of("b repeated"), deviations(sequence("a", "b", "c"), "ann: a b b c"));
    PlanElement turns = new PlanElement.Repeatable(sequence("b", "c"));
    assertEquals(List.of("c too seldom"), deviations(turns, "ann: b c b"));
  }

  @Test
  @DisplayName("Alignment: too seldom is what the journey has, but not as often as the plan asks")
  default void alignmentTooSeldom() {
    assertEquals(List.of("a too seldom"), deviations(sequence("a", "b", "a"), "ann: a b"));
  }

  @Test
  @DisplayName("Alignment: what is still ahead of an unfinished journey costs nothing")
  default void alignmentPrefix() {
    Alignment answer = align(prefix(sequence("a", "b", "c")), "u1: a b", "u2: b");
    assertEquals(1, answer.totalCost());
    assertEquals(List.of(new Skipped("a", 1)), answer.skipped());
    assertEquals(7.0 / 8, answer.fitnessMean());
  }

  @Test
  @DisplayName("Alignment: coverage is of events, of the plan's touchpoints and of its arrows")
  default void alignmentCoverage() {
    assertEquals(
        new Coverage(
            new Rate(4, 6),
            new Rate(2, 3),
            new Rate(1, 2),
            List.of(new Matched("a", 2, 2), new Matched("b", 2, 2), new Matched("c", 0, 0))),
        align(sequence("a", "b", "c"), "u1: a x b", "u2: a b b").coverage());
  }

  private List<String> deviations(PlanElement plan, String journey) {
    return align(plan, journey).deviations().stream()
        .map(d -> d.touchpoint() + " " + words(d.kind()))
        .toList();
  }

  private static String words(DeviationKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private Alignment align(PlanElement plan, String... journeys) {
    return align(spec(plan, Spec.Unmatched.UNEXPECTED, Spec.Unfinished.COMPLETE), journeys);
  }

  private Alignment align(Spec spec, String... journeys) {
    return (Alignment) ask(spec, journeys);
  }

  private static Spec outOfScope(PlanElement plan) {
    return spec(plan, Spec.Unmatched.OUT_OF_SCOPE, Spec.Unfinished.COMPLETE);
  }

  private static Spec prefix(PlanElement plan) {
    return spec(plan, Spec.Unmatched.UNEXPECTED, Spec.Unfinished.PREFIX);
  }

  private static Spec spec(PlanElement plan, Spec.Unmatched unmatched, Spec.Unfinished unfinished) {
    return new Spec.Alignment(plan, unmatched, unfinished, EventFilter.ALL, Period.ALWAYS);
  }

  private static PlanElement touchpoint(String name) {
    return new PlanElement.Touchpoint(name);
  }

  private static PlanElement sequence(String... names) {
    return new PlanElement.Sequence(Stream.of(names).map(AlignmentContract::touchpoint).toList());
  }
}
