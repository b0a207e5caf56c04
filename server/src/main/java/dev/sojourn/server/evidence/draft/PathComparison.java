package dev.sojourn.server.evidence.draft;

import java.util.Arrays;

/// Compares paths with one fixed path: what is kept in order and what both have at all.
///
/// From these two numbers follows the whole difference of a path of length n to one of length m:
/// `common - kept` touchpoints are moved, `n - common` are extra and `m - common` are missing,
/// whichever alignment is drawn. The longest common subsequence is computed a machine word at a
/// time. For one thread.
///
/// Hyyrö, H. (2004), Bit-parallel LCS-length computation revisited, Proceedings of the 15th
/// Australasian Workshop on Combinatorial Algorithms, 16-27.
final class PathComparison {

  private final int length;
  private final int words;
  private final long[] matches;
  private final int[] occurrences;
  private final int[] left;
  private final long[] open;

  /// @param path the fixed path
  /// @param touchpoints how many touchpoints there are; a number that is not below it is in the
  ///   other paths only
  PathComparison(int[] path, int touchpoints) {
    length = path.length;
    words = Math.max(1, (path.length + 63) / 64);
    matches = new long[(touchpoints + 1) * words];
    occurrences = new int[touchpoints + 1];
    left = new int[touchpoints + 1];
    open = new long[words];
    for (int i = 0; i < path.length; i++) {
      matches[path[i] * words + i / 64] |= 1L << i;
      occurrences[path[i]]++;
    }
  }

  /// Touchpoints that the other path has in the same order: the length of the longest common
  /// subsequence.
  int kept(int[] other) {
    Arrays.fill(open, -1L);
    for (int touchpoint : other) {
      long carry = 0;
      for (int w = 0; w < words; w++) {
        long v = open[w];
        long u = v & matches[touchpoint * words + w];
        long sum = v + u;
        long withCarry = sum + carry;
        carry =
            Long.compareUnsigned(sum, v) < 0 || Long.compareUnsigned(withCarry, sum) < 0 ? 1 : 0;
        open[w] = withCarry | (v & ~u);
      }
    }
    int kept = 0;
    for (int w = 0; w < words; w++) {
      int inWord = Math.min(64, length - w * 64);
      long mask = inWord == 64 ? -1L : (1L << inWord) - 1;
      kept += Long.bitCount(~open[w] & mask);
    }
    return kept;
  }

  /// Touchpoints that both paths have, in any order, each as often as both have it.
  int common(int[] other) {
    System.arraycopy(occurrences, 0, left, 0, left.length);
    int common = 0;
    for (int touchpoint : other) {
      if (left[touchpoint] > 0) {
        left[touchpoint]--;
        common++;
      }
    }
    return common;
  }
}
