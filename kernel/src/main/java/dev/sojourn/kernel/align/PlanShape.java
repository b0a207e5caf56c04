package dev.sojourn.kernel.align;

import dev.sojourn.kernel.spec.PlanElement;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// What can be read off a plan without an automaton.
///
/// @param touchpoints the distinct names, sorted; a number is a place in it
/// @param cheapestLength the fewest touchpoints with which the plan can be fulfilled
/// @param mostOften for each touchpoint how often it can occur, [Integer#MAX_VALUE] without a limit
record PlanShape(List<String> touchpoints, int cheapestLength, int[] mostOften) {

  static PlanShape of(PlanElement plan) {
    TreeSet<String> names = new TreeSet<>();
    collect(plan, names);
    List<String> touchpoints = List.copyOf(names);
    return new PlanShape(touchpoints, cheapest(plan), most(plan, touchpoints));
  }

  char number(String touchpoint) {
    return (char) Collections.binarySearch(touchpoints, touchpoint);
  }

  private static void collect(PlanElement element, TreeSet<String> names) {
    if (element instanceof PlanElement.Touchpoint touchpoint) {
      names.add(touchpoint.name());
    }
    parts(element).forEach(e -> collect(e, names));
  }

  private static List<PlanElement> parts(PlanElement element) {
    return switch (element) {
      case PlanElement.Touchpoint _ -> List.of();
      case PlanElement.Sequence sequence -> sequence.elements();
      case PlanElement.Optional optional -> List.of(optional.element());
      case PlanElement.Repeatable repeatable -> List.of(repeatable.element());
      case PlanElement.AnyOrder anyOrder -> anyOrder.elements();
      case PlanElement.AnyOf anyOf -> anyOf.elements();
    };
  }

  private static int cheapest(PlanElement element) {
    return switch (element) {
      case PlanElement.Touchpoint _ -> 1;
      case PlanElement.Optional _ -> 0;
      case PlanElement.Repeatable repeatable -> cheapest(repeatable.element());
      case PlanElement.AnyOf anyOf ->
          anyOf.elements().stream().mapToInt(PlanShape::cheapest).min().orElseThrow();
      case PlanElement.Sequence _, PlanElement.AnyOrder _ ->
          parts(element).stream().mapToInt(PlanShape::cheapest).sum();
    };
  }

  private static int[] most(PlanElement element, List<String> touchpoints) {
    int[] most = new int[touchpoints.size()];
    if (element instanceof PlanElement.Touchpoint touchpoint) {
      most[Collections.binarySearch(touchpoints, touchpoint.name())] = 1;
    }
    for (PlanElement part : parts(element)) {
      int[] inside = most(part, touchpoints);
      for (int t = 0; t < most.length; t++) {
        most[t] = together(element, most[t], inside[t]);
      }
    }
    return most;
  }

  private static int together(PlanElement element, int soFar, int part) {
    return switch (element) {
      case PlanElement.AnyOf _ -> Math.max(soFar, part);
      case PlanElement.Repeatable _ -> part > 0 ? Integer.MAX_VALUE : 0;
      case PlanElement.Touchpoint _,
          PlanElement.Optional _,
          PlanElement.Sequence _,
          PlanElement.AnyOrder _ ->
          (int) Math.min(Integer.MAX_VALUE, (long) soFar + part);
    };
  }
}
