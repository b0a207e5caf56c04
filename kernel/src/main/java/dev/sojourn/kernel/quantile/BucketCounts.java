package dev.sojourn.kernel.quantile;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The first pass: how many values of each series fall into each bucket, and their sum.
///
/// Buckets are eighths of an octave, found from the exponent and the three bits behind it. A series
/// of at most [#KEPT] values keeps the values themselves; whether it does depends on their number
/// only, so that the content does not depend on how values were split and merged. For one thread.
public final class BucketCounts implements ValueSink {

  /// Zero, and eight for each octave from 1 up to where a value that is rounded up falls.
  static final int BUCKETS = 506;

  private static final int BELOW_ONE = 1_023 * 8 - 1;

  private static final int NONE = 0;

  /// The most values that a series keeps one by one.
  public static final int KEPT = 256;

  // The counters of all series that count, one series after the other: one table is faster to reach
  // than an array a series, and of 16 bits the counters of a thousand series fit a core's cache.
  // What a counter lost when it began again from 0 is in `carried`, in units of 2^16, which is as
  // long as `flat` once that happened. Where those of a series begin, or NONE while it keeps its
  // values.
  private char[] flat = new char[BUCKETS];
  private int[] carried = new int[0];
  private int flatSize = BUCKETS;
  private int[] begin;
  private long[] @Nullable [] kept;
  private int[] keptCount;
  // Low sums are carried over to high ones, in units of 2^32, before they come to 2^62.
  private long[] sumLow;
  private long[] sumHigh;

  private final int mostKept;
  private int[] bucketOf = new int[0];
  private int[] later = new int[0];
  private int[] full = new int[0];

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
      kept = Arrays.copyOf(kept, size);
      keptCount = Arrays.copyOf(keptCount, size);
      sumLow = Arrays.copyOf(sumLow, size);
      sumHigh = Arrays.copyOf(sumHigh, size);
    }
  }

  /// The bucket of a value of 0 or more; never decreasing with the value.
  static int bucket(long v) {
    // The exponent of a double and the first three bits behind it are just that.
    return Math.max(0, (int) (Double.doubleToRawLongBits(v) >>> 49) - BELOW_ONE);
  }

  /// Adds a value of 0 or more.
  @Override
  public void add(int series, long value) {
    addToSum(series, value);
    int at = begin[series];
    if (at != NONE) {
      increment(at + bucket(value));
    } else {
      keep(series, value);
    }
  }

  private void increment(int counter) {
    if (++flat[counter] == 0) {
      carryCount(counter, 1);
    }
  }

  private void carryCount(int counter, int more) {
    if (carried.length < flat.length) {
      carried = Arrays.copyOf(carried, flat.length);
    }
    carried[counter] = Math.addExact(carried[counter], more);
  }

  private void addCount(int counter, long more) {
    long sum = flat[counter] + more;
    flat[counter] = (char) sum;
    if (sum >>> 16 != 0) {
      carryCount(counter, Math.toIntExact(sum >>> 16));
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
    // Loop by loop: a processor does more of a short one at once.
    sumAll(series, values, count);
    bucketOf = buckets(values, count, bucketOf);
    countAll(series, values, count);
  }

  private void sumAll(int[] series, long[] values, int count) {
    long[] low = sumLow;
    for (int i = 0; i < count; i++) {
      int s = series[i];
      long sum = low[s] + values[i];
      low[s] = sum;
      if (sum >>> 62 != 0) {
        carry(s);
      }
    }
  }

  /// Without a call in the loop, which would cost more than all the rest: what needs one, which is
  /// rare, is left for later.
  private void countAll(int[] series, long[] values, int count) {
    if (later.length < count) {
      later = new int[Math.max(count, later.length * 2)];
      full = new int[later.length];
    }
    char[] counters = flat;
    int[] beginOf = begin;
    int[] bucket = bucketOf;
    int[] toKeep = later;
    int[] toCarry = full;
    int keeps = 0;
    int carries = 0;
    for (int i = 0; i < count; i++) {
      int at = beginOf[series[i]];
      if (at == NONE) {
        toKeep[keeps++] = i;
      } else {
        int counter = at + bucket[i];
        char counted = (char) (counters[counter] + 1);
        counters[counter] = counted;
        if (counted == 0) {
          toCarry[carries++] = counter;
        }
      }
    }
    for (int c = 0; c < carries; c++) {
      carryCount(toCarry[c], 1);
    }
    for (int k = 0; k < keeps; k++) {
      int i = toKeep[k];
      int at = begin[series[i]];
      if (at == NONE) {
        keep(series[i], values[i]);
      } else {
        increment(at + bucket[i]);
      }
    }
  }

  /// The buckets of many values.
  ///
  /// @param into where they go, when it is long enough
  /// @return where they are
  static int[] buckets(long[] values, int count, int[] into) {
    int[] bucket = into.length < count ? new int[Math.max(count, into.length * 2)] : into;
    for (int i = 0; i < count; i++) {
      bucket[i] = bucket(values[i]);
    }
    return bucket;
  }

  private void keep(int series, long value) {
    long[] k = kept[series];
    int n = keptCount[series];
    if (n == mostKept) {
      increment(bucketsOf(series) + bucket(value));
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
        increment(at + bucket(v));
      }
      begin[series] = at;
      kept[series] = null;
      keptCount[series] = 0;
    }
    return at;
  }

  /// How many values a series has.
  public long count(int series) {
    int at = begin[series];
    if (at == NONE) {
      return keptCount[series];
    }
    long n = 0;
    for (int c = at; c < at + BUCKETS; c++) {
      n += counted(c);
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
  long @Nullable [] buckets(int series) {
    int at = begin[series];
    if (at == NONE) {
      return null;
    }
    long[] counts = new long[BUCKETS];
    for (int b = 0; b < BUCKETS; b++) {
      counts[b] = counted(at + b);
    }
    return counts;
  }

  private long counted(int counter) {
    return flat[counter] + (counter < carried.length ? (long) carried[counter] << 16 : 0);
  }

  /// Forgets the values of a series.
  public void clear(int series) {
    int at = begin[series];
    if (at != NONE) {
      Arrays.fill(flat, at, at + BUCKETS, (char) 0);
      if (at < carried.length) {
        Arrays.fill(carried, at, at + BUCKETS, 0);
      }
      begin[series] = NONE;
    }
    keptCount[series] = 0;
    sumLow[series] = 0;
    sumHigh[series] = 0;
  }

  /// Adds a series of other counts to one of these.
  public void merge(int into, BucketCounts other, int from) {
    addToSum(into, other.sumLow[from]);
    sumHigh[into] += other.sumHigh[from];
    long[] theirs = other.buckets(from);
    if (theirs == null) {
      for (long v : other.keptValues(from)) {
        int mine = begin[into];
        if (mine != NONE) {
          increment(mine + bucket(v));
        } else {
          keep(into, v);
        }
      }
    } else {
      int mine = bucketsOf(into);
      for (int b = 0; b < BUCKETS; b++) {
        addCount(mine + b, theirs[b]);
      }
    }
  }

  /// Writes a series, values in ascending order.
  public void write(int series, PartialWriter to) {
    to.putLong(sumHigh[series] + (sumLow[series] >>> 32)).putInt((int) sumLow[series]);
    long[] c = buckets(series);
    if (c == null) {
      to.putInt(0);
      long[] sorted = keptValues(series);
      Arrays.sort(sorted);
      to.putLongs(sorted, sorted.length);
      return;
    }
    int used = 0;
    for (long v : c) {
      used += v == 0 ? 0 : 1;
    }
    to.putInt(used);
    for (int b = 0; b < BUCKETS; b++) {
      if (c[b] != 0) {
        to.putInt(b).putLong(c[b]);
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
      addCount(at + b, from.getLong());
    }
  }
}
