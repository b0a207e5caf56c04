package dev.sojourn.kernel.align;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds every fault of a plan. For one thread, for one plan.
final class PlanCheck {

  private final Problems problems;
  private final Set<String> names = new HashSet<>();
  private boolean deep;

  PlanCheck(Problems problems) {
    this.problems = problems;
  }

  void check(PlanElement plan, String field) {
    long edges = visit(plan, field, 1);
    if (deep) {
      problems.add(
          field,
          "more than "
              + AlignmentPlan.MAX_DEPTH
              + " elements are nested in each other; put sequences beside, not inside each other.");
    }
    if (names.size() > AlignmentPlan.MAX_TOUCHPOINTS) {
      problems.add(
          field,
          names.size()
              + " different touchpoints are more than the "
              + AlignmentPlan.MAX_TOUCHPOINTS
              + " that are possible.");
    }
    if (edges > AlignmentPlan.MAX_EDGES) {
      problems.add(
          field,
          "the plan has too many ways through it; put fewer or smaller elements into any order, and"
              + " no any order into another.");
    }
  }

  /// Visits an element and everything in it.
  ///
  /// @return edges of its automaton, or more than allowed
  private long visit(PlanElement element, String field, int depth) {
    if (depth > AlignmentPlan.MAX_DEPTH) {
      deep = true;
      return 0;
    }
    return switch (element) {
      case PlanElement.Touchpoint touchpoint -> {
        if (touchpoint.name().isEmpty()) {
          problems.add(field, "a touchpoint needs a name; give the name of an event.");
        }
        names.add(touchpoint.name());
        yield 1;
      }
      case PlanElement.Sequence sequence -> several(sequence.elements(), field, depth, 1);
      case PlanElement.Optional optional ->
          1 + visit(optional.element(), field + ".optional", depth + 1);
      case PlanElement.Repeatable repeatable ->
          3 + visit(repeatable.element(), field + ".repeatable", depth + 1);
      case PlanElement.AnyOf anyOf -> {
        String inside = field + ".anyOf";
        yield anyOf.elements().size() + several(anyOf.elements(), inside, depth, 1);
      }
      case PlanElement.AnyOrder anyOrder -> {
        String inside = field + ".anyOrder";
        int members = anyOrder.elements().size();
        if (members > PlanElement.MAX_ANY_ORDER) {
          problems.add(
              inside,
              members
                  + " elements in any order are more than the "
                  + PlanElement.MAX_ANY_ORDER
                  + " that are possible.");
        }
        int earlier = Math.min(members, PlanElement.MAX_ANY_ORDER) - 1;
        yield several(anyOrder.elements(), inside, depth, 2L << Math.max(0, earlier));
      }
    };
  }

  private long several(List<PlanElement> elements, String field, int depth, long times) {
    if (elements.isEmpty()) {
      problems.add(field, "at least one element is needed.");
    }
    long edges = 0;
    for (int i = 0; i < elements.size(); i++) {
      edges += visit(elements.get(i), field + "[" + i + "]", depth + 1);
    }
    return Math.min(edges * times, AlignmentPlan.MAX_EDGES + 1L);
  }
}
