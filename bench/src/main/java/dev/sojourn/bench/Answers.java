package dev.sojourn.bench;

import java.util.List;

/// Compares answers as text, row by row.
final class Answers {

  private Answers() {}

  /// @throws DifferentAnswersException naming the first row that differs
  static void compare(String question, List<String> ours, List<String> theirs)
      throws DifferentAnswersException {
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      String our = i < ours.size() ? ours.get(i) : "nothing";
      String their = i < theirs.size() ? theirs.get(i) : "nothing";
      if (!our.equals(their)) {
        throw new DifferentAnswersException(
            "The answers to "
                + question
                + " differ in row "
                + (i + 1)
                + ": we say '"
                + our
                + "', the peer says '"
                + their
                + "'.");
      }
    }
  }
}
