package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is no question. A name that the data does not have is one: it never occurs.
final class Refusals {

  private static final int MOST_STEPS = 64;

  private final Problems problems = new Problems();

  /// @throws RefusedException with all problems
  static void refuse(Spec spec) {
    Refusals refusals = new Refusals();
    refusals.properties(spec);
    switch (spec) {
      case Spec.Summary _, Spec.Flow _, Spec.Alignment _ -> {}
      case Spec.Variants s -> refusals.must("top", s.top() > 0);
      case Spec.Sessions s -> refusals.must("timeout", s.timeout().isPositive());
      case Spec.Funnel s -> refusals.funnel(s);
      case Spec.Paths s -> refusals.paths(s);
      case Spec.Dwell s -> refusals.dwell(s);
    }
    refusals.problems.refuse();
  }

  private void funnel(Spec.Funnel spec) {
    Duration window = spec.window();
    must("window", window == null || !window.isNegative());
    must("steps", !spec.steps().isEmpty() && spec.steps().size() <= MOST_STEPS);
    for (List<String> step : spec.steps()) {
      must("steps", !step.isEmpty());
    }
  }

  private void paths(Spec.Paths spec) {
    Duration timeout = spec.timeout();
    must("timeout", timeout == null || timeout.isPositive());
    must("maxSteps", spec.maxSteps() > 0 && spec.maxSteps() <= Spec.Paths.MOST);
    must("rowsPerStep", spec.rowsPerStep() > 0 && spec.rowsPerStep() <= Spec.Paths.MOST);
    must("top", spec.top() > 0 && spec.top() <= Spec.Paths.MOST);
  }

  private void dwell(Spec.Dwell spec) {
    must("stages", !spec.stages().isEmpty());
    Map<String, String> stageOf = new HashMap<>();
    spec.stages()
        .forEach((stage, touchpoints) -> {
          for (String touchpoint : touchpoints) {
            String other = stageOf.putIfAbsent(touchpoint, stage);
            must("stages", other == null || other.equals(stage));
          }
        });
  }

  /// Plain events have no properties.
  private void properties(Spec spec) {
    must("filter.events.properties", spec.filter().properties().isEmpty());
  }

  private void must(String field, boolean holds) {
    if (!holds) {
      problems.add(field, "is not possible.");
    }
  }
}
