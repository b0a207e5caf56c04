package dev.sojourn.kernel.quantile;

import java.util.function.LongUnaryOperator;

/// Which buckets of which series hold a wanted rank. Immutable after it was made.
public final class Wanted {

  static final int WORDS = (BucketCounts.BUCKETS + 63) / 64;

  final int series;
  final long[] bits;
  private final boolean any;

  private Wanted(int series, long[] bits, boolean any) {
    this.series = series;
    this.bits = bits;
    this.any = any;
  }

  /// Ranks as functions of the count: the two middle ones, which are one when the count is odd.
  public static final LongUnaryOperator MIDDLE_LOW = n -> (n - 1) / 2;

  public static final LongUnaryOperator MIDDLE_HIGH = n -> n / 2;

  /// The nearest rank of the 90th percentile.
  public static final LongUnaryOperator P90 = n -> (9 * n + 9) / 10 - 1;

  /// The rank of the least value.
  public static final LongUnaryOperator LEAST = n -> 0;

  /// The rank of the greatest value.
  public static final LongUnaryOperator GREATEST = n -> n - 1;

  /// The buckets that hold the given ranks of every series.
  ///
  /// @param ranks functions from the count of a series to a rank from 0
  public static Wanted of(BucketCounts counts, int series, LongUnaryOperator... ranks) {
    long[] bits = new long[series * WORDS];
    boolean any = false;
    for (int s = 0; s < series; s++) {
      int[] c = counts.buckets(s);
      if (c == null) {
        continue;
      }
      long n = counts.count(s);
      for (LongUnaryOperator rank : ranks) {
        int b = bucketOf(c, rank.applyAsLong(n));
        bits[s * WORDS + (b >>> 6)] |= 1L << b;
        any = true;
      }
    }
    return new Wanted(series, bits, any);
  }

  static int bucketOf(int[] counts, long rank) {
    long below = 0;
    for (int b = 0; b < counts.length; b++) {
      below += counts[b];
      if (below > rank) {
        return b;
      }
    }
    throw new IllegalArgumentException("there is no rank " + rank + " among " + below);
  }

  /// Whether a second pass is needed at all.
  public boolean any() {
    return any;
  }

  boolean holds(int s, int bucket) {
    return (bits[s * WORDS + (bucket >>> 6)] >>> bucket & 1) != 0;
  }
}
