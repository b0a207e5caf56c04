package dev.sojourn.server.atlas;

import dev.sojourn.kernel.spec.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a change.
///
/// @param change its id
/// @param revision of the map after it
/// @param refused null when it was applied
public record Outcome(String change, long revision, @Nullable Refusal refused) {

  /// Why a change was refused.
  ///
  /// @param reason a constant of `dev.sojourn.map.operation.ChangeOutcome.Reason`
  public record Refusal(String reason, String sentence, List<Problem> problems) {
    public Refusal {
      problems = List.copyOf(problems);
    }
  }
}
