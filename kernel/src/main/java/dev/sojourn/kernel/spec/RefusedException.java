package dev.sojourn.kernel.spec;

import java.util.List;
import java.util.stream.Collectors;

/// An input of the caller was refused; carries every problem found in it.
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public RefusedException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public RefusedException(String field, String message) {
    this(List.of(new Problem(field, message)));
  }

  /// Every problem found, in the order of the input.
  public List<Problem> problems() {
    return problems;
  }
}
