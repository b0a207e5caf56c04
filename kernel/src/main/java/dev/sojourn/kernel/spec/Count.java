package dev.sojourn.kernel.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /// Units whose path in [Spec.Paths] is at some touchpoints at a step.
  ///
  /// @param step from 1, or from -1 down
  /// @param outcome only those whose path ends there so; null for all
  record PathNode(int step, Choice at, @Nullable PathOutcome outcome) implements Count {}

  /// Units whose path goes from some touchpoints at a step to some at the next, in order of time.
  ///
  /// @param step of `from`
  record PathLink(int step, Choice from, Choice to) implements Count {}

  /// Some touchpoints.
  ///
  /// @param names which
  /// @param except all but those
  record Choice(List<String> names, boolean except) {
    public Choice {
      names = List.copyOf(names);
    }
  }

  /// All units that have a visible event.
  record All() implements Count {}
}
