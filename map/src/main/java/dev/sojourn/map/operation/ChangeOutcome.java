package dev.sojourn.map.operation;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.map.model.JourneyMap;
import java.util.List;

/// What became of a change.
public sealed interface ChangeOutcome {

  /// It was applied whole.
  ///
  /// @param map the map after it
  /// @param inverse what undoes it, in order
  record Applied(JourneyMap map, List<Operation> inverse) implements ChangeOutcome {
    public Applied {
      inverse = List.copyOf(inverse);
    }
  }

  /// It was refused whole; the map is as it was.
  ///
  /// @param sentence why, in one sentence
  /// @param problems every problem, in words of the elements
  record Refused(Reason reason, String sentence, List<Problem> problems) implements ChangeOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// Why a change was refused.
  enum Reason {
    /// It names an element that is not on the map, or not any more.
    UNKNOWN_ELEMENT,
    /// It sets a field that there is not, or that cannot be set.
    UNKNOWN_FIELD,
    /// It inserts into a list that there is not.
    UNKNOWN_LIST,
    /// It puts an element before one of another list.
    OTHER_LIST,
    /// It inserts an element with an id that is taken.
    TAKEN_ID,
    /// What would come out is not a valid map.
    INVALID_MAP
  }
}
