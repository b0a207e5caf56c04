package dev.sojourn.kernel.align;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.Spec.Unfinished;
import dev.sojourn.kernel.spec.Spec.Unmatched;
import java.util.Collections;
import java.util.List;

/// A plan that was checked and compiled, ready to hold journeys against it. Immutable and
/// thread-safe.
///
/// Touchpoints of the plan have numbers from 0 in the order of their names, so whatever is decided
/// by number is decided by name.
public final class AlignmentPlan {

  /// The most distinct touchpoints of a plan.
  public static final int MAX_TOUCHPOINTS = 1_000;

  /// The deepest nesting of a plan.
  public static final int MAX_DEPTH = 64;

  /// The most edges of the automaton: each element in any order is in it once for each set of the
  /// others that can come before.
  public static final int MAX_EDGES = 65_536;

  private final PlanShape shape;
  private final PlanAutomaton automaton;
  private final PlanArrows arrows;
  private final Unmatched unmatched;
  private final Unfinished unfinished;

  private AlignmentPlan(
      PlanShape shape, PlanAutomaton automaton, Unmatched unmatched, Unfinished unfinished) {
    this.shape = shape;
    this.automaton = automaton;
    this.arrows = PlanArrows.of(automaton, shape.touchpoints().size());
    this.unmatched = unmatched;
    this.unfinished = unfinished;
  }

  /// Checks and compiles a plan.
  ///
  /// @throws dev.sojourn.kernel.spec.RefusedException with every fault of the plan, when it has any
  public static AlignmentPlan compile(
      PlanElement plan, Unmatched unmatched, Unfinished unfinished) {
    Problems problems = new Problems();
    check(plan, "plan", problems);
    problems.refuse();
    PlanShape shape = PlanShape.of(plan);
    return new AlignmentPlan(
        shape, new PlanAutomatonBuilder(shape).build(plan), unmatched, unfinished);
  }

  /// Notes every fault of a plan, without compiling it.
  ///
  /// @param field the name of the plan in the words of the caller
  public static void check(PlanElement plan, String field, Problems problems) {
    new PlanCheck(problems).check(plan, field);
  }

  /// The distinct touchpoints of the plan, in the order of their names: a number is a place in it.
  public List<String> touchpoints() {
    return shape.touchpoints();
  }

  /// The number of a touchpoint, or a negative number when the plan does not know it.
  public int number(String touchpoint) {
    return Collections.binarySearch(shape.touchpoints(), touchpoint);
  }

  /// The fewest touchpoints with which the plan can be fulfilled.
  public int cheapestLength() {
    return shape.cheapestLength();
  }

  /// How often a touchpoint can occur at most where the plan is kept; [Integer#MAX_VALUE] without a
  /// limit.
  public int mostOften(int touchpoint) {
    return shape.mostOften()[touchpoint];
  }

  /// How many arrows the plan has: pairs of touchpoints the second of which can directly follow the
  /// first where the plan is kept.
  public int arrows() {
    return arrows.count();
  }

  /// What to make of touchpoints that the plan does not know.
  public Unmatched unmatched() {
    return unmatched;
  }

  /// What to make of journeys that end before the plan does.
  public Unfinished unfinished() {
    return unfinished;
  }

  /// The cost of a journey that has nothing in common with the plan.
  ///
  /// @param length touchpoints of the journey, without those that are out of scope
  public long worstCost(long length) {
    return length + shape.cheapestLength();
  }

  PlanAutomaton automaton() {
    return automaton;
  }

  PlanArrows arrowSet() {
    return arrows;
  }
}
