package dev.sojourn.kernel.align;

import java.util.Arrays;

/// Distinct paths, each with its cost, its tallies and how often it was seen. For one thread.
///
/// Paths are found by hash and compared in full. A tally is a pair (slot, occurrences); all of them
/// lie in one array, path after path.
final class PathMemo {

  /// No such path.
  static final int NONE = -1;

  /// Receives the tallies of a path.
  interface TallySink {

    /// Takes one tally of a path that was seen `times` times.
    void take(int slot, int occurrences, long times);
  }

  private int size;
  private int[] table = new int[1 << 10];
  private long[] hash = new long[1 << 9];
  private int[] cost = new int[1 << 9];
  private long[] times = new long[1 << 9];
  private int[] pathEnd = new int[1 << 9];
  private int[] tallyEnd = new int[1 << 9];
  private char[] paths = new char[1 << 12];
  private int[] tallies = new int[1 << 12];

  /// Bytes that are filled.
  long bytes() {
    return size == 0
        ? 0
        : 2L * pathEnd[size - 1] + 4L * tallyEnd[size - 1] + 32L * size + 4L * table.length;
  }

  /// The number of a path, or [#NONE].
  int find(char[] path, int length, long pathHash) {
    int mask = table.length - 1;
    for (int at = slot(pathHash, mask); table[at] != 0; at = (at + 1) & mask) {
      int number = table[at] - 1;
      if (hash[number] == pathHash) {
        int from = start(pathEnd, number);
        if (Arrays.equals(paths, from, pathEnd[number], path, 0, length)) {
          return number;
        }
      }
    }
    return NONE;
  }

  /// Adds a path that is not there; its tallies follow by [#tally(int, int)].
  int add(char[] path, int length, long pathHash, int pathCost) {
    if (2 * (size + 1) > table.length) {
      rehash();
    }
    if (size == hash.length) {
      int capacity = size * 2;
      hash = Arrays.copyOf(hash, capacity);
      cost = Arrays.copyOf(cost, capacity);
      times = Arrays.copyOf(times, capacity);
      pathEnd = Arrays.copyOf(pathEnd, capacity);
      tallyEnd = Arrays.copyOf(tallyEnd, capacity);
    }
    int from = start(pathEnd, size);
    if (paths.length - from < length) {
      paths = Arrays.copyOf(paths, Math.max(Math.addExact(from, length), paths.length * 2));
    }
    System.arraycopy(path, 0, paths, from, length);
    hash[size] = pathHash;
    cost[size] = pathCost;
    times[size] = 0;
    pathEnd[size] = from + length;
    tallyEnd[size] = start(tallyEnd, size);
    insert(size);
    return size++;
  }

  /// Adds a tally to the path that was added last.
  void tally(int slot, int occurrences) {
    int at = tallyEnd[size - 1];
    if (at + 2 > tallies.length) {
      tallies = Arrays.copyOf(tallies, tallies.length * 2);
    }
    tallies[at] = slot;
    tallies[at + 1] = occurrences;
    tallyEnd[size - 1] = at + 2;
  }

  /// Counts a path once more.
  ///
  /// @return its cost
  int see(int number) {
    times[number]++;
    return cost[number];
  }

  /// Hands out all tallies with how often their path was seen since the last time.
  void drain(TallySink sink) {
    for (int number = 0; number < size; number++) {
      if (times[number] > 0) {
        for (int at = start(tallyEnd, number); at < tallyEnd[number]; at += 2) {
          sink.take(tallies[at], tallies[at + 1], times[number]);
        }
        times[number] = 0;
      }
    }
  }

  /// Forgets all paths; what was seen must have been drained.
  void clear() {
    size = 0;
    Arrays.fill(table, 0);
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int number = 0; number < size; number++) {
      insert(number);
    }
  }

  private void insert(int number) {
    int mask = table.length - 1;
    int at = slot(hash[number], mask);
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = number + 1;
  }

  private static int slot(long pathHash, int mask) {
    return (int) (pathHash ^ pathHash >>> 32) & mask;
  }

  private static int start(int[] ends, int number) {
    return number == 0 ? 0 : ends[number - 1];
  }
}
