package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.Spec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells a typing error from a name: finds the event names in a spec that the data does not have.
///
/// A question that a person wrote is refused for it, since a mistyped name in a filter is silently
/// true. A question that a map asks is not: that a touchpoint never occurs is an answer. The plan
/// of an alignment is such a question.
public final class UnknownNames {

  private final Set<String> known = new HashSet<>();
  private final Problems problems = new Problems();

  private UnknownNames(Vocabulary vocabulary) {
    for (int c = 0; c < vocabulary.size(); c++) {
      known.add(vocabulary.name(c));
    }
  }

  /// One problem for each name that the data does not have, with the name that is nearest to it.
  public static List<Problem> in(Spec spec, Vocabulary vocabulary) {
    UnknownNames names = new UnknownNames(vocabulary);
    names.check("filter.events.name.in", spec.filter().names());
    switch (spec) {
      case Spec.Funnel s -> {
        for (int k = 0; k < s.steps().size(); k++) {
          names.check("steps[" + k + "]", s.steps().get(k));
        }
      }
      case Spec.Paths s -> {
        names.check("start", s.start());
        names.check("end", s.end());
      }
      case Spec.Dwell s ->
          s.stages().forEach((stage, list) -> names.check("stages." + stage, list));
      case Spec.Summary _, Spec.Flow _, Spec.Variants _, Spec.Sessions _, Spec.Alignment _ -> {}
    }
    return names.problems.found();
  }

  private void check(String field, List<String> names) {
    for (String name : names) {
      if (!known.contains(name)) {
        problems.add(
            field, "the data has no event named '" + name + "'." + NearName.hint(name, known));
      }
    }
  }
}
