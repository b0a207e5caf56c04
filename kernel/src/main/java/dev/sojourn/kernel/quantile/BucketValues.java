package dev.sojourn.kernel.quantile;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The second pass: the values of the buckets that hold a wanted rank. For one thread.
public final class BucketValues implements ValueSink {

  private final Wanted wanted;
  private final long[] @Nullable [] values;
  private final int[] size;
  private int[] found = new int[0];

  /// Keeps values of wanted buckets.
  public BucketValues(Wanted wanted) {
    this.wanted = wanted;
    values = new long[wanted.series][];
    size = new int[wanted.series];
  }

  /// Adds a value of 0 or more; it is kept when its bucket is wanted.
  @Override
  public void add(int series, long value) {
    if (wanted.holds(series, BucketCounts.bucket(value))) {
      keep(series, value);
    }
  }

  /// Adds many values. Which are wanted is found first, without a branch: one in ten is, and which
  /// is hard to foresee.
  ///
  /// @param count how many of them are meant
  public void addAll(int[] series, long[] of, int count) {
    if (found.length <= count) {
      found = new int[Math.max(count + 1, found.length * 2)];
    }
    int[] wantedAt = found;
    long[] bits = wanted.bits;
    int n = 0;
    for (int i = 0; i < count; i++) {
      int bucket = BucketCounts.bucket(of[i]);
      wantedAt[n] = i;
      n += (int) (bits[series[i] * Wanted.WORDS + (bucket >>> 6)] >>> bucket) & 1;
    }
    for (int w = 0; w < n; w++) {
      keep(series[wantedAt[w]], of[wantedAt[w]]);
    }
  }

  private void keep(int series, long value) {
    long[] v = values[series];
    if (v == null) {
      v = new long[64];
      values[series] = v;
    } else if (size[series] == v.length) {
      v = Arrays.copyOf(v, Math.multiplyExact(v.length, 2));
      values[series] = v;
    }
    v[size[series]++] = value;
  }

  /// Adds what others kept.
  public void merge(BucketValues other) {
    for (int s = 0; s < wanted.series; s++) {
      for (long v : other.of(s)) {
        keep(s, v);
      }
    }
  }

  /// The values of a series, in no order; the array is the caller's.
  long[] of(int series) {
    long[] kept = values[series];
    return kept == null ? new long[0] : Arrays.copyOf(kept, size[series]);
  }

  /// Writes all series, values in ascending order.
  public void write(PartialWriter to) {
    for (int s = 0; s < wanted.series; s++) {
      long[] v = of(s);
      Arrays.sort(v);
      to.putLongs(v, v.length);
    }
  }

  /// Reads what [#write] wrote.
  public static BucketValues read(Wanted wanted, PartialReader from) {
    BucketValues read = new BucketValues(wanted);
    for (int s = 0; s < wanted.series; s++) {
      long[] v = from.getLongs();
      if (v.length > 0) {
        read.values[s] = v;
        read.size[s] = v.length;
      }
    }
    return read;
  }
}
