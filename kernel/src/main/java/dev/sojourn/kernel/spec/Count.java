package dev.sojourn.kernel.spec;

import java.util.List;

/// A count of units in an answer, named so that it can be opened; `docs/concepts` defines who is
/// inside each.
public sealed interface Count {

  /// Units by how far they came in a [Spec.Funnel].
  ///
  /// @param step from 1
  record FunnelStep(int step, Outcome outcome) implements Count {}

  /// What became of units at a step of a funnel.
  enum Outcome {
    /// They came to the step, whatever they did then.
    REACHED,
    /// They came no further and no longer can.
    DROPPED,
    /// They came no further yet; their window is open.
    IN_PROGRESS
  }

  /// Units with one touchpoint directly after another.
  record Edge(String from, String to) implements Count {}

  /// Units whose journey starts with a touchpoint.
  record Start(String touchpoint) implements Count {}

  /// Units whose journey ends with a touchpoint.
  record End(String touchpoint) implements Count {}

  /// Units with exactly this path.
  record Variant(List<String> path) implements Count {
    public Variant {
      path = List.copyOf(path);
    }
  }

  /// Units that had one of these touchpoints.
  record Touchpoint(List<String> names) implements Count {
    public Touchpoint {
      names = List.copyOf(names);
    }
  }

  /// All units that have a visible event.
  record All() implements Count {}
}
