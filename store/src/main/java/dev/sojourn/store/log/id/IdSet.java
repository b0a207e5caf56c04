package dev.sojourn.store.log.id;

/// A growing set of 128-bit hashes in memory. Written by one thread at a time.
public final class IdSet {

  private static final int SMALLEST = 1 << 5;

  // Two longs a slot; a free slot has both zero.
  private long[] slots = new long[SMALLEST * 2];
  private int size;

  /// How many there are.
  public int size() {
    return size;
  }

  /// Whether a hash is in the set.
  public boolean contains(long first, long second) {
    long[] now = slots;
    int slot = slot(now, first, second);
    return (now[slot] | now[slot + 1]) != 0;
  }

  /// Adds a hash.
  ///
  /// @return whether it is new
  public boolean add(long first, long second) {
    int slot = slot(slots, first, second);
    if ((slots[slot] | slots[slot + 1]) != 0) {
      return false;
    }
    slots[slot] = first;
    slots[slot + 1] = second;
    size++;
    if (size * 3L > slots.length) {
      grow();
    }
    return true;
  }

  /// Takes both halves of a hash.
  @FunctionalInterface
  public interface Taker {
    /// Takes one hash.
    void take(long first, long second);
  }

  /// Gives every hash, in no particular order.
  public void forEach(Taker taker) {
    for (int i = 0; i < slots.length; i += 2) {
      if ((slots[i] | slots[i + 1]) != 0) {
        taker.take(slots[i], slots[i + 1]);
      }
    }
  }

  /// Removes everything.
  public void clear() {
    slots = new long[SMALLEST * 2];
    size = 0;
  }

  /// All hashes, in the order of a run: ascending by the first half as an unsigned number, then by
  /// the second.
  ///
  /// @return first and second halves in turn
  long[] sorted() {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size / 4));
    int shift = 64 - bits;
    int[] start = new int[(1 << bits) + 1];
    for (int i = 0; i < slots.length; i += 2) {
      if ((slots[i] | slots[i + 1]) != 0) {
        start[(int) (slots[i] >>> shift) + 1]++;
      }
    }
    for (int b = 0; b < 1 << bits; b++) {
      start[b + 1] += start[b];
    }
    long[] out = new long[size * 2];
    int[] fill = start.clone();
    for (int i = 0; i < slots.length; i += 2) {
      if ((slots[i] | slots[i + 1]) != 0) {
        int bucket = (int) (slots[i] >>> shift);
        insert(out, start[bucket], fill[bucket]++, slots[i], slots[i + 1]);
      }
    }
    return out;
  }

  private static void insert(long[] out, int from, int end, long first, long second) {
    int at = end;
    while (at > from && less(first, second, out[2 * at - 2], out[2 * at - 1])) {
      out[2 * at] = out[2 * at - 2];
      out[2 * at + 1] = out[2 * at - 1];
      at--;
    }
    out[2 * at] = first;
    out[2 * at + 1] = second;
  }

  static boolean less(long first, long second, long otherFirst, long otherSecond) {
    int c = Long.compareUnsigned(first, otherFirst);
    return c != 0 ? c < 0 : Long.compareUnsigned(second, otherSecond) < 0;
  }

  private static int slot(long[] slots, long first, long second) {
    int mask = slots.length / 2 - 1;
    int i = (int) second & mask;
    while (true) {
      long f = slots[2 * i];
      long s = slots[2 * i + 1];
      if ((f == first && s == second) || (f | s) == 0) {
        return 2 * i;
      }
      i = (i + 1) & mask;
    }
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (int i = 0; i < slots.length; i += 2) {
      if ((slots[i] | slots[i + 1]) != 0) {
        int slot = slot(larger, slots[i], slots[i + 1]);
        larger[slot] = slots[i];
        larger[slot + 1] = slots[i + 1];
      }
    }
    slots = larger;
  }
}
