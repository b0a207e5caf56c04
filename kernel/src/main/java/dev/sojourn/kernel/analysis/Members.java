package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;
import java.util.function.Supplier;

/// Tells which journeys are inside a count. Codes are touchpoint numbers. For one thread.
@FunctionalInterface
interface Members {

  /// Where in the block the count looks at journey `j`; -1 when the journey is not inside.
  int place(JourneyBlock block, int j);

  /// Every journey, at its last event.
  static Supplier<Members> all() {
    return () -> (block, j) -> block.start()[j + 1] - 1;
  }

  /// Journeys that begin with a touchpoint.
  static Supplier<Members> start(int touchpoint) {
    return () -> (block, j) -> block.code()[block.start()[j]] == touchpoint ? block.start()[j] : -1;
  }

  /// Journeys that end with a touchpoint.
  static Supplier<Members> end(int touchpoint) {
    return () ->
        (block, j) -> {
          int last = block.start()[j + 1] - 1;
          return block.code()[last] == touchpoint ? last : -1;
        };
  }

  /// Journeys with a touchpoint directly after another, at the second of the first such pair.
  static Supplier<Members> edge(int from, int to) {
    return () ->
        (block, j) -> {
          char[] code = block.code();
          for (int i = block.start()[j] + 1; i < block.start()[j + 1]; i++) {
            if (code[i - 1] == from && code[i] == to) {
              return i;
            }
          }
          return -1;
        };
  }

  /// Journeys with one of some touchpoints, at the first.
  ///
  /// @param wanted by touchpoint
  static Supplier<Members> touchpoint(boolean[] wanted) {
    return () ->
        (block, j) -> {
          char[] code = block.code();
          for (int i = block.start()[j]; i < block.start()[j + 1]; i++) {
            if (wanted[code[i]]) {
              return i;
            }
          }
          return -1;
        };
  }

  /// Journeys that are a path, at the last event.
  ///
  /// @param path touchpoints; a negative number is one that never occurs
  static Supplier<Members> variant(int[] path) {
    return () ->
        (block, j) -> {
          int from = block.start()[j];
          int to = block.start()[j + 1];
          if (to - from != path.length) {
            return -1;
          }
          char[] code = block.code();
          for (int k = 0; k < path.length; k++) {
            if (code[from + k] != path[k]) {
              return -1;
            }
          }
          return to - 1;
        };
  }
}
