package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.spec.PlanElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What of a plan is still to be done: elements, one after the other.
record PlanRest(List<PlanElement> elements) {

  PlanRest {
    elements = List.copyOf(elements);
  }

  /// A touchpoint that can be next, and what is to be done after it.
  record Next(String touchpoint, PlanRest rest) {}

  /// Everything that can be next.
  Set<Next> next() {
    Set<Next> next = new LinkedHashSet<>();
    for (PlanRest same : withoutDoingAnything()) {
      if (!same.elements.isEmpty()
          && same.elements.getFirst() instanceof PlanElement.Touchpoint touchpoint) {
        next.add(new Next(touchpoint.name(), same.behind()));
      }
    }
    return next;
  }

  /// Whether nothing more has to be done.
  boolean done() {
    return withoutDoingAnything().contains(new PlanRest(List.of()));
  }

  /// Every rest that can come of this one, by any number of touchpoints.
  Set<PlanRest> everReached() {
    Set<PlanRest> reached = new LinkedHashSet<>();
    List<PlanRest> open = new ArrayList<>(List.of(this));
    while (!open.isEmpty()) {
      PlanRest rest = open.removeLast();
      if (reached.add(rest)) {
        rest.next().forEach(n -> open.add(n.rest()));
      }
    }
    return reached;
  }

  private Set<PlanRest> withoutDoingAnything() {
    Set<PlanRest> same = new HashSet<>();
    List<PlanRest> open = new ArrayList<>(List.of(this));
    while (!open.isEmpty()) {
      PlanRest rest = open.removeLast();
      if (same.add(rest) && !rest.elements.isEmpty()) {
        open.addAll(rest.choices());
      }
    }
    return same;
  }

  /// The first element taken apart, in every way.
  private List<PlanRest> choices() {
    PlanRest behind = behind();
    return switch (elements.getFirst()) {
      case PlanElement.Touchpoint _ -> List.of();
      case PlanElement.Sequence sequence -> List.of(behind.after(sequence.elements()));
      case PlanElement.Optional optional ->
          List.of(behind, behind.after(List.of(optional.element())));
      case PlanElement.Repeatable once ->
          List.of(behind.after(List.of(once.element(), new PlanElement.Optional(once))));
      case PlanElement.AnyOf anyOf ->
          anyOf.elements().stream().map(way -> behind.after(List.of(way))).toList();
      case PlanElement.AnyOrder anyOrder -> {
        List<PlanRest> choices = new ArrayList<>();
        for (int first = 0; first < anyOrder.elements().size(); first++) {
          List<PlanElement> others = new ArrayList<>(anyOrder.elements());
          PlanElement chosen = others.remove(first);
          PlanElement later = new PlanElement.AnyOrder(others);
          choices.add(behind.after(others.isEmpty() ? List.of(chosen) : List.of(chosen, later)));
        }
        yield choices;
      }
    };
  }

  private PlanRest behind() {
    return new PlanRest(elements.subList(1, elements.size()));
  }

  private PlanRest after(List<PlanElement> before) {
    List<PlanElement> all = new ArrayList<>(before);
    all.addAll(elements);
    return new PlanRest(all);
  }
}
