package dev.sojourn.kernel.quantile;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The first pass: how many values of each series fall into each bucket, and their sum.
///
/// Buckets are quarters of an octave, found from the exponent and the two bits behind it. A series
/// of at most [#KEPT] values keeps the values themselves; whether it does depends on their number
/// only, so that the content does not depend on how values were split and merged. For one thread.
public final class BucketCounts {

  static final int BUCKETS = 248;

  private static final int NONE = -1;

  /// The most values that a series keeps one by one.
  public static final int KEPT = 256;

  // The counters of all series that count, one series after the other: one table is faster to reach
  // than an array a series. Where those of a series begin, or NONE while it keeps its values.
  private int[] flat = new int[BUCKETS];
  private int flatSize;
  private int[] begin;
  private long[] @Nullable [] kept;
  private int[] keptCount;
  // Values below 2^32 are summed apart from the upper halves of greater ones: neither sum overflows
  // within 2^31 values.
  private long[] sumLow;
  private long[] sumHigh;

  private final int mostKept;

  /// Counts for a number of series; [#grow(int)] makes room for more.
  public BucketCounts(int series) {
    this(series, KEPT);
  }

  /// As above.
  ///
  /// @param mostKept the most values that a series keeps one by one
  public BucketCounts(int series, int mostKept) {
    this.mostKept = mostKept;
    begin = new int[series];
    Arrays.fill(begin, NONE);
    kept = new long[series][];
    keptCount = new int[series];
    sumLow = new long[series];
    sumHigh = new long[series];
  }

  /// Series there is room for.
  public int series() {
    return begin.length;
  }

  /// Makes room for at least so many series.
  public void grow(int series) {
    int before = begin.length;
    if (series > before) {
      int size = Math.max(series, before * 2);
      begin = Arrays.copyOf(begin, size);
      Arrays.fill(begin, before, size, NONE);
      kept = Arrays.copyOf(kept, size);
      keptCount = Arrays.copyOf(keptCount, size);
      sumLow = Arrays.copyOf(sumLow, size);
      sumHigh = Arrays.copyOf(sumHigh, size);
    }
  }

  /// The bucket of a value of 0 or more; never decreasing with the value.
  static int bucket(long v) {
    if (v < 4) {
      return (int) v;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(v);
    return (exponent - 1) * 4 + ((int) (v >>> (exponent - 2)) & 3);
  }

  /// Adds a value of 0 or more.
  public void add(int series, long value) {
    if (value >>> 32 != 0) {
      sumHigh[series] += value >>> 32;
    }
    sumLow[series] += value & 0xFFFF_FFFFL;
    int at = begin[series];
    if (at != NONE) {
      flat[at + bucket(value)]++;
    } else {
      keep(series, value);
    }
  }

  private void keep(int series, long value) {
    long[] k = kept[series];
    int n = keptCount[series];
    if (n == mostKept) {
      int at = bucketsOf(series);
      flat[at + bucket(value)]++;
      return;
    }
    if (k == null) {
      k = new long[8];
      kept[series] = k;
    } else if (n == k.length) {
      k = Arrays.copyOf(k, n * 2);
      kept[series] = k;
    }
    k[n] = value;
    keptCount[series] = n + 1;
  }

  /// Turns kept values into counts.
  ///
  /// @return where the counters of the series begin
  private int bucketsOf(int series) {
    int at = begin[series];
    if (at == NONE) {
      at = flatSize;
      flatSize = Math.addExact(flatSize, BUCKETS);
      if (flatSize > flat.length) {
        flat =
            Arrays.copyOf(
                flat, Math.max(flatSize, (int) Math.min(Integer.MAX_VALUE - 8L, flat.length * 2L)));
      }
      for (long v : keptValues(series)) {
        flat[at + bucket(v)]++;
      }
      begin[series] = at;
      kept[series] = null;
      keptCount[series] = 0;
    }
    return at;
  }

  /// How many values a series has.
  public long count(int series) {
    int[] c = buckets(series);
    if (c == null) {
      return keptCount[series];
    }
    long n = 0;
    for (int v : c) {
      n += v;
    }
    return n;
  }

  /// The exact sum of the values of a series.
  public BigInteger sum(int series) {
    return BigInteger.valueOf(sumHigh[series])
        .shiftLeft(32)
        .add(BigInteger.valueOf(sumLow[series]));
  }

  /// Whether the values of a series are kept one by one.
  boolean isKept(int series) {
    return begin[series] == NONE;
  }

  private long[] keptValues(int series) {
    long[] k = kept[series];
    return k == null ? new long[0] : Arrays.copyOf(k, keptCount[series]);
  }

  /// The kept values of a series in ascending order.
  long[] sortedKept(int series) {
    long[] sorted = keptValues(series);
    Arrays.sort(sorted);
    return sorted;
  }

  /// The counts of a series by bucket, or null while its values are kept.
  int @Nullable [] buckets(int series) {
    int at = begin[series];
    return at == NONE ? null : Arrays.copyOfRange(flat, at, at + BUCKETS);
  }

  /// Adds a series of other counts to one of these.
  public void merge(int into, BucketCounts other, int from) {
    sumLow[into] += other.sumLow[from];
    sumHigh[into] += other.sumHigh[from];
    int[] theirs = other.buckets(from);
    if (theirs == null) {
      for (long v : other.keptValues(from)) {
        int mine = begin[into];
        if (mine != NONE) {
          flat[mine + bucket(v)]++;
        } else {
          keep(into, v);
        }
      }
    } else {
      int mine = bucketsOf(into);
      for (int b = 0; b < BUCKETS; b++) {
        flat[mine + b] = Math.addExact(flat[mine + b], theirs[b]);
      }
    }
  }

  /// Writes a series, values in ascending order.
  public void write(int series, PartialWriter to) {
    to.putLong(sumHigh[series] + (sumLow[series] >>> 32)).putInt((int) sumLow[series]);
    int[] c = buckets(series);
    if (c == null) {
      to.putInt(0);
      long[] sorted = sortedKept(series);
      to.putLongs(sorted, sorted.length);
      return;
    }
    int used = 0;
    for (int v : c) {
      used += v == 0 ? 0 : 1;
    }
    to.putInt(used);
    for (int b = 0; b < BUCKETS; b++) {
      if (c[b] != 0) {
        to.putInt(b).putInt(c[b]);
      }
    }
  }

  /// Reads a series that [#write] wrote into an empty one.
  public void read(int series, PartialReader from) {
    sumHigh[series] = from.getLong();
    sumLow[series] = from.getInt() & 0xFFFF_FFFFL;
    int used = from.getInt();
    if (used == 0) {
      long[] values = from.getLongs();
      kept[series] = values.length == 0 ? null : values;
      keptCount[series] = values.length;
      return;
    }
    int at = bucketsOf(series);
    for (int i = 0; i < used; i++) {
      int b = from.getInt();
      flat[at + b] = from.getInt();
    }
  }
}
