package dev.sojourn.kernel.analysis;

import java.util.Arrays;

/// Numbers the (from, to) pairs of touchpoints in the order in which they are first seen. A table
/// while that is small, else a hash table. For one thread, or for reading only.
final class PairNumbers {

  /// Up to so many touchpoints the table of all pairs is small enough to look up directly.
  private static final int MAX_DENSE = 1_024;

  private final int touchpoints;
  private final int[] dense;
  private long[] keys = new long[1_024];
  private int[] slots;
  private int size;

  PairNumbers(int touchpoints) {
    this.touchpoints = touchpoints;
    boolean small = touchpoints <= MAX_DENSE;
    dense = small ? new int[touchpoints * touchpoints] : new int[0];
    slots = small ? new int[0] : new int[4_096];
  }

  int size() {
    return size;
  }

  int from(int pair) {
    return (int) (keys[pair] / touchpoints);
  }

  int to(int pair) {
    return (int) (keys[pair] % touchpoints);
  }

  /// The number of a pair, or -1 when it was not seen.
  int find(int from, int to) {
    if (dense.length != 0) {
      return dense[from * touchpoints + to] - 1;
    }
    return slots[slot((long) from * touchpoints + to)] - 1;
  }

  /// The places of the pairs that events make with the one before, which are their numbers from 1;
  /// 0 for pairs that have none. In one loop: where a journey begins it is the place of a pair that
  /// means nothing.
  ///
  /// @return whether none is 0
  boolean findPlaces(char[] code, int events, int[] into) {
    int none = 0;
    if (dense.length == 0) {
      for (int i = 1; i < events; i++) {
        into[i] = find(code[i - 1], code[i]) + 1;
        none |= into[i] - 1;
      }
      return none >= 0;
    }
    int[] table = dense;
    int from = code[0];
    for (int i = 1; i < events; i++) {
      int to = code[i];
      int place = table[from * touchpoints + to];
      into[i] = place;
      none |= place - 1;
      from = to;
    }
    return none >= 0;
  }

  /// The number of a pair, new when it was not seen.
  int findOrAdd(int from, int to) {
    int found = find(from, to);
    return found >= 0 ? found : add(from, to);
  }

  private int add(int from, int to) {
    long key = (long) from * touchpoints + to;
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
    if (dense.length != 0) {
      dense[(int) key] = size;
      return size - 1;
    }
    slots[slot(key)] = size;
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 4];
      for (int p = 0; p < size; p++) {
        slots[slot(keys[p])] = p + 1;
      }
    }
    return size - 1;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// The pairs ordered by from, then to: the same for every partial of equal content.
  int[] inOrder() {
    long[] byKey = new long[size];
    for (int p = 0; p < size; p++) {
      byKey[p] = keys[p];
    }
    Arrays.sort(byKey);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = find((int) (byKey[i] / touchpoints), (int) (byKey[i] % touchpoints));
    }
    return order;
  }
}
