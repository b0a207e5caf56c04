package dev.sojourn.kernel.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Gathers every problem of an input, to refuse it once with all of them. For one thread.
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /// Notes a problem.
  public void add(String field, String message) {
    found.add(new Problem(field, message));
  }

  /// Notes a value that is not among the allowed ones, naming both.
  public void notOneOf(String field, String value, Collection<String> allowed) {
    add(field, "'" + value + "' is not one of: " + String.join(", ", allowed));
  }

  /// Whether nothing was found.
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// What was found, in order.
  public List<Problem> found() {
    return List.copyOf(found);
  }

  /// Refuses the input when anything was found.
  ///
  /// @throws RefusedException with all problems
  public void refuse() {
    if (!found.isEmpty()) {
      throw new RefusedException(found);
    }
  }
}
