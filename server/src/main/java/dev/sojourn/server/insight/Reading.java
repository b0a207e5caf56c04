package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What reading a spec found, faults included.
///
/// @param spec what is asked, as far as it could be read: what is at fault is left out, and where
///   the analysis itself is, a summary stands in, which has what every question has. Not to be
///   answered while there are problems.
/// @param resolved as in [Question]
/// @param problems every fault of the spec on its own, in order
public record Reading(Spec spec, ObjectNode resolved, List<Problem> problems) {

  public Reading {
    problems = List.copyOf(problems);
  }

  /// The question.
  ///
  /// @throws RefusedException with all problems when there is one
  public Question question() {
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return new Question(spec, resolved);
  }
}
