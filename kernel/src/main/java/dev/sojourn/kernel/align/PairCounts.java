package dev.sojourn.kernel.align;

import java.util.Arrays;

/// How many units have each pair of (cost, length). For one thread.
final class PairCounts {

  private static final long EMPTY = -1;

  private int size;
  private long[] keys = filled(64);
  private long[] counts = new long[64];

  /// Takes one pair.
  interface PairSink {

    /// Takes a pair that `units` units have.
    void take(int cost, int length, long units);
  }

  void add(int cost, int length, long units) {
    long key = (long) cost << 32 | length;
    int at = place(key);
    if (keys[at] == EMPTY) {
      if (2 * (size + 1) > keys.length) {
        grow();
        at = place(key);
      }
      keys[at] = key;
      size++;
    }
    counts[at] += units;
  }

  void addAll(PairCounts other) {
    other.inOrder(this::add);
  }

  int size() {
    return size;
  }

  /// Hands out all pairs, by cost, then by length.
  void inOrder(PairSink sink) {
    long[] sorted = new long[size];
    int filled = 0;
    for (long key : keys) {
      if (key != EMPTY) {
        sorted[filled++] = key;
      }
    }
    Arrays.sort(sorted);
    for (long key : sorted) {
      sink.take((int) (key >>> 32), (int) key, counts[place(key)]);
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (keys[at] != key && keys[at] != EMPTY) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = filled(oldKeys.length * 2);
    counts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }

  private static long[] filled(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, EMPTY);
    return keys;
  }
}
