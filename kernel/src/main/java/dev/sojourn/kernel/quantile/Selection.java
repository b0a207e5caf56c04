package dev.sojourn.kernel.quantile;

import java.util.Arrays;

/// Finds the value at a rank without sorting everything.
final class Selection {

  /// Fewer values are sorted.
  private static final int SMALL = 1_024;

  private Selection() {}

  /// The value at a rank from 0. The values are reordered, which makes the next ranks cheaper.
  static long at(long[] values, int rank) {
    int from = 0;
    int to = values.length;
    // So often at most; values that were chosen against it are sorted in the end.
    int rounds = 2 * (32 - Integer.numberOfLeadingZeros(to));
    while (to - from > SMALL && rounds-- > 0) {
      long pivot = middle(values[from], values[(from + to) >>> 1], values[to - 1]);
      int low = from;
      int high = to - 1;
      while (low <= high) {
        while (values[low] < pivot) {
          low++;
        }
        while (values[high] > pivot) {
          high--;
        }
        if (low <= high) {
          long v = values[low];
          values[low++] = values[high];
          values[high--] = v;
        }
      }
      if (rank <= high) {
        to = high + 1;
      } else if (rank >= low) {
        from = low;
      } else {
        return pivot;
      }
    }
    Arrays.sort(values, from, to);
    return values[rank];
  }

  private static long middle(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
