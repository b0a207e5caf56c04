package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.util.Arrays;

/// How many units go from one touchpoint to another at each step. A table while that is small, else
/// a hash table. For one thread.
final class StepLinks {

  private static final int MAX_DENSE = 1 << 18;

  /// Told of every link that units take, in ascending order of step, from and to.
  interface Sink {
    void link(int step, int from, int to, long units);
  }

  private final int symbols;
  private final long[] dense;
  private long[] key;
  private long[] units;
  private int size;

  /// @param steps how many there are at most, from 0
  /// @param symbols numbers that `from` and `to` can be
  StepLinks(int steps, int symbols) {
    this.symbols = symbols;
    long cells = (long) steps * symbols * symbols;
    dense = cells <= MAX_DENSE ? new long[(int) cells] : new long[0];
    key = new long[dense.length == 0 ? 1_024 : 0];
    units = new long[key.length];
  }

  void add(int step, int from, int to, long more) {
    long k = ((long) step * symbols + from) * symbols + to;
    if (dense.length != 0) {
      dense[(int) k] += more;
      return;
    }
    int slot = slot(k);
    if (units[slot] == 0) {
      key[slot] = k;
      size++;
    }
    units[slot] += more;
    if (size * 2 > key.length) {
      grow();
    }
  }

  private int slot(long k) {
    int mask = key.length - 1;
    int slot = (int) ((k * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (units[slot] != 0 && key[slot] != k) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKey = key;
    long[] oldUnits = units;
    key = new long[Math.multiplyExact(oldKey.length, 4)];
    units = new long[key.length];
    for (int s = 0; s < oldKey.length; s++) {
      if (oldUnits[s] != 0) {
        int slot = slot(oldKey[s]);
        key[slot] = oldKey[s];
        units[slot] = oldUnits[s];
      }
    }
  }

  void each(Sink sink) {
    for (long k : keys()) {
      int to = (int) (k % symbols);
      int from = (int) (k / symbols % symbols);
      sink.link((int) (k / symbols / symbols), from, to, unitsOf(k));
    }
  }

  private long unitsOf(long k) {
    return dense.length != 0 ? dense[(int) k] : units[slot(k)];
  }

  /// The keys of links that units take, ascending.
  private long[] keys() {
    long[] found = new long[16];
    int n = 0;
    long[] counts = dense.length != 0 ? dense : units;
    for (int s = 0; s < counts.length; s++) {
      if (counts[s] != 0) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = dense.length != 0 ? s : key[s];
      }
    }
    long[] keys = Arrays.copyOf(found, n);
    Arrays.sort(keys);
    return keys;
  }

  void addAll(StepLinks other) {
    other.each(this::add);
  }

  void write(PartialWriter to) {
    long[] keys = keys();
    to.putLongs(keys, keys.length);
    for (long k : keys) {
      to.putLong(unitsOf(k));
    }
  }

  /// Adds what [#write] wrote.
  void read(PartialReader from) {
    for (long k : from.getLongs()) {
      long count = from.getLong();
      add((int) (k / symbols / symbols), (int) (k / symbols % symbols), (int) (k % symbols), count);
    }
  }
}
