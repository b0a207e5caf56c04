package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.util.Arrays;

/// How many units took each path, by the hash of the path. For one thread.
final class PathCounts {

  private long[] high = new long[1_024];
  private long[] low = new long[1_024];
  private long[] count = new long[1_024];
  private int size;

  int size() {
    return size;
  }

  void add(long h, long l, long units) {
    int slot = slot(h, l);
    if (count[slot] == 0) {
      high[slot] = h;
      low[slot] = l;
      size++;
    }
    count[slot] += units;
    if (size * 2 > count.length) {
      grow();
    }
  }

  /// Units on a path; 0 when it was not added.
  long count(long h, long l) {
    return count[slot(h, l)];
  }

  void addAll(PathCounts other) {
    for (int s = 0; s < other.count.length; s++) {
      if (other.count[s] != 0) {
        add(other.high[s], other.low[s], other.count[s]);
      }
    }
  }

  /// The counts in ascending order.
  long[] sortedCounts() {
    long[] sorted = new long[size];
    int n = 0;
    for (long c : count) {
      if (c != 0) {
        sorted[n++] = c;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /// The paths of at least so many units.
  PathCounts atLeast(long units) {
    PathCounts some = new PathCounts();
    for (int s = 0; s < count.length; s++) {
      if (count[s] >= units) {
        some.add(high[s], low[s], count[s]);
      }
    }
    return some;
  }

  void write(PartialWriter to) {
    Integer[] slots = new Integer[size];
    int n = 0;
    for (int s = 0; s < count.length; s++) {
      if (count[s] != 0) {
        slots[n++] = s;
      }
    }
    Arrays.sort(
        slots,
        (x, y) ->
            high[x] != high[y] ? Long.compare(high[x], high[y]) : Long.compare(low[x], low[y]));
    to.putInt(size);
    for (int s : slots) {
      to.putLong(high[s]).putLong(low[s]).putLong(count[s]);
    }
  }

  static PathCounts read(PartialReader from) {
    PathCounts read = new PathCounts();
    for (int i = from.getInt(); i > 0; i--) {
      read.add(from.getLong(), from.getLong(), from.getLong());
    }
    return read;
  }

  private int slot(long h, long l) {
    int mask = count.length - 1;
    int slot = (int) (l >>> 20) & mask;
    while (count[slot] != 0 && (high[slot] != h || low[slot] != l)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldCount = count;
    int length = Math.multiplyExact(oldCount.length, 4);
    high = new long[length];
    low = new long[length];
    count = new long[length];
    for (int s = 0; s < oldCount.length; s++) {
      if (oldCount[s] != 0) {
        int slot = slot(oldHigh[s], oldLow[s]);
        high[slot] = oldHigh[s];
        low[slot] = oldLow[s];
        count[slot] = oldCount[s];
      }
    }
  }
}
