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
public final class BucketCounts implements ValueSink {

  /// Zero, and four for each octave from 1 up to where a value that is rounded up falls.
  static final int BUCKETS = 254;

  private static final int BELOW_ONE = 1_023 * 4 - 1;

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
  // Low sums are carried over to high ones, in units of 2^32, before they come to 2^62.
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
    // The exponent of a double and the first two bits behind it are just that.
    return Math.max(0, (int) (Double.doubleToRawLongBits(v) >>> 50) - BELOW_ONE);
  }

  /// Adds a value of 0 or more.
  @Override
  public void add(int series, long value) {
    addToSum(series, value);
    int at = begin[series];
    if (at != NONE) {
      flat[at + bucket(value)]++;
    } else {
      keep(series, value);
    }
  }

  private void addToSum(int series, long value) {
    sumLow[series] += value;
    if (sumLow[series] >>> 62 != 0) {
      carry(series);
    }
  }

  private void carry(int series) {
    sumHigh[series] += sumLow[series] >>> 32;
    sumLow[series] &= 0xFFFF_FFFFL;
  }

  /// Adds many values of 0 or more.
  ///
  /// @param count how many of them are meant
  public void addAll(int[] series, long[] values, int count) {
    // Not through add: fields are read again after every call that is not inlined.
    int[] counters = flat;
    int[] beginOf = begin;
    long[] low = sumLow;
    for (int i = 0; i < count; i++) {
      int s = series[i];
      long value = values[i];
      long sum = low[s] + value;
      low[s] = sum;
      if (sum >>> 62 != 0) {
        carry(s);
      }
      int at = beginOf[s];
      if (at != NONE) {
        counters[at + bucket(value)]++;
      } else {
        keep(s, value);
        counters = flat;
      }
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

  /// The values of a series that are kept one by one, in no order; the array is the caller's.
  long[] keptValues(int series) {
    long[] k = kept[series];
    return k == null ? new long[0] : Arrays.copyOf(k, keptCount[series]);
  }

  /// The counts of a series by bucket, or null while its values are kept.
  int @Nullable [] buckets(int series) {
    int at = begin[series];
    return at == NONE ? null : Arrays.copyOfRange(flat, at, at + BUCKETS);
  }

  /// Adds a series of other counts to one of these.
  public void merge(int into, BucketCounts other, int from) {
    addToSum(into, other.sumLow[from]);
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
      long[] sorted = keptValues(series);
      Arrays.sort(sorted);
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
