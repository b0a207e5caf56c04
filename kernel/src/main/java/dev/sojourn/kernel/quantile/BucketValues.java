package dev.sojourn.kernel.quantile;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The second pass: the values of the buckets that hold a wanted rank. For one thread.
public final class BucketValues {

  private final Wanted wanted;
  private final long[] @Nullable [] values;
  private final int[] size;

  /// Keeps values of wanted buckets.
  public BucketValues(Wanted wanted) {
    this.wanted = wanted;
    values = new long[wanted.series][];
    size = new int[wanted.series];
  }

  /// Adds a value of 0 or more; it is kept when its bucket is wanted.
  public void add(int series, long value) {
    if (wanted.holds(series, BucketCounts.bucket(value))) {
      keep(series, value);
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
      for (long v : other.sorted(s)) {
        keep(s, v);
      }
    }
  }

  /// The values of a series in ascending order.
  long[] sorted(int series) {
    long[] kept = values[series];
    long[] v = kept == null ? new long[0] : Arrays.copyOf(kept, size[series]);
    Arrays.sort(v);
    return v;
  }

  /// Writes all series, values in ascending order.
  public void write(PartialWriter to) {
    for (int s = 0; s < wanted.series; s++) {
      long[] v = sorted(s);
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
