package dev.sojourn.kernel.quantile;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.util.Arrays;

/// The second pass: the values of the buckets that hold a wanted rank. For one thread.
public final class BucketValues implements ValueSink {

  private final Wanted wanted;

  // In the order in which they came, of all series: they are put in order of series once.
  private int[] series = new int[256];
  private long[] value = new long[256];
  private int size;

  // Where the values of each series begin, once they are in order of series; empty before.
  private int[] start = new int[0];
  private int[] bucketOf = new int[0];
  private int[] found = new int[0];

  /// Keeps values of wanted buckets.
  public BucketValues(Wanted wanted) {
    this.wanted = wanted;
  }

  /// Adds a value of 0 or more; it is kept when its bucket is wanted.
  @Override
  public void add(int seriesOf, long v) {
    if (wanted.holds(seriesOf, BucketCounts.bucket(v))) {
      room(1);
      keep(seriesOf, v);
    }
  }

  /// Adds many values of 0 or more.
  ///
  /// @param count how many of them are meant
  public void addAll(int[] seriesOf, long[] values, int count) {
    if (found.length <= count) {
      found = new int[Math.max(count + 1, found.length * 2)];
    }
    bucketOf = BucketCounts.buckets(values, count, bucketOf);
    int n = wanted.find(seriesOf, bucketOf, count, found);
    room(n);
    for (int w = 0; w < n; w++) {
      keep(seriesOf[found[w]], values[found[w]]);
    }
  }

  private void room(int more) {
    int needed = Math.addExact(size, more);
    if (needed > series.length) {
      int length = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, series.length * 2L));
      series = Arrays.copyOf(series, length);
      value = Arrays.copyOf(value, length);
    }
    start = new int[0];
  }

  private void keep(int seriesOf, long v) {
    series[size] = seriesOf;
    value[size++] = v;
  }

  /// Adds what others kept.
  public void merge(BucketValues other) {
    room(other.size);
    System.arraycopy(other.series, 0, series, size, other.size);
    System.arraycopy(other.value, 0, value, size, other.size);
    size += other.size;
  }

  /// The values of a series, in no order; the array is the caller's.
  long[] of(int seriesOf) {
    if (start.length == 0) {
      order();
    }
    return Arrays.copyOfRange(value, start[seriesOf], start[seriesOf + 1]);
  }

  private void order() {
    int[] begin = new int[wanted.series + 1];
    for (int i = 0; i < size; i++) {
      begin[series[i] + 1]++;
    }
    for (int s = 0; s < wanted.series; s++) {
      begin[s + 1] += begin[s];
    }
    int[] next = begin.clone();
    int[] inOrder = new int[size];
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      int at = next[series[i]]++;
      inOrder[at] = series[i];
      values[at] = value[i];
    }
    series = inOrder;
    value = values;
    start = begin;
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
      long[] values = from.getLongs();
      read.room(values.length);
      for (long v : values) {
        read.keep(s, v);
      }
    }
    return read;
  }
}
