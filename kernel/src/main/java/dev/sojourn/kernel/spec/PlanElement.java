package dev.sojourn.kernel.spec;

import java.util.List;

/// The expected journey of an alignment, as a small tree.
public sealed interface PlanElement {

  /// One touchpoint, mandatory.
  record Touchpoint(String name) implements PlanElement {}

  /// Elements one after the other.
  record Sequence(List<PlanElement> elements) implements PlanElement {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /// May be left out without cost.
  record Optional(PlanElement element) implements PlanElement {}

  /// Once or more; a loop when the element is a sequence.
  record Repeatable(PlanElement element) implements PlanElement {}

  /// All of them, in any order, each without another inside it. At most [#MAX_ANY_ORDER].
  record AnyOrder(List<PlanElement> elements) implements PlanElement {
    public AnyOrder {
      elements = List.copyOf(elements);
    }
  }

  /// Exactly one of them.
  record AnyOf(List<PlanElement> elements) implements PlanElement {
    public AnyOf {
      elements = List.copyOf(elements);
    }
  }

  /// The most elements that can be in any order: each subset of them is a state of the automaton.
  int MAX_ANY_ORDER = 10;
}
