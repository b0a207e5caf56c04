package dev.sojourn.kernel.quantile;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// Which buckets of which series hold a wanted rank. Immutable after it was made.
public final class Wanted {

  /// Lanes of 16 bits in a word.
  private static final int LANES = 4;

  /// What a lane holds that wants nothing: no bucket has this number.
  private static final long NOTHING = 0x7FFF;

  private static final long ONES = 0x0001_0001_0001_0001L;
  private static final long TOPS = 0x8000_8000_8000_8000L;

  final int series;

  // For each series as many words as any of them needs; a lane of 16 bits for each wanted bucket.
  private final int words;
  private final long[] lanes;
  private final LongUnaryOperator[] ranks;

  // For each series and rank its place among the values that the second pass keeps of the series.
  private final long[] place;
  private boolean any;

  private Wanted(int series, LongUnaryOperator[] ranks) {
    this.series = series;
    this.ranks = ranks;
    words = Math.max(1, (ranks.length + LANES - 1) / LANES);
    lanes = new long[series * words];
    Arrays.fill(lanes, NOTHING * ONES);
    place = new long[series * ranks.length];
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
    Wanted wanted = new Wanted(series, ranks.clone());
    for (int s = 0; s < series; s++) {
      long[] c = counts.buckets(s);
      if (c != null) {
        wanted.want(s, c);
      }
    }
    return wanted;
  }

  private void want(int s, long[] counts) {
    any = true;
    long n = Arrays.stream(counts).sum();
    for (int r = 0; r < ranks.length; r++) {
      long bucket = bucketOf(counts, ranks[r].applyAsLong(n));
      lanes[s * words + r / LANES] ^= (NOTHING ^ bucket) << (r % LANES * 16);
    }
    for (int r = 0; r < ranks.length; r++) {
      long rank = ranks[r].applyAsLong(n);
      int bucket = bucketOf(counts, rank);
      long skipped = 0;
      for (int b = 0; b < bucket; b++) {
        skipped += holds(s, b) ? 0 : counts[b];
      }
      place[s * ranks.length + r] = rank - skipped;
    }
  }

  private static int bucketOf(long[] counts, long rank) {
    long below = 0;
    for (int b = 0; b < counts.length; b++) {
      below += counts[b];
      if (below > rank) {
        return b;
      }
    }
    throw new IllegalArgumentException("there is no rank " + rank + " among " + below);
  }

  /// The place of a rank among the values that the second pass keeps of a series.
  int place(int s, LongUnaryOperator rank) {
    for (int r = 0; r < ranks.length; r++) {
      if (ranks[r].equals(rank)) {
        return Math.toIntExact(place[s * ranks.length + r]);
      }
    }
    throw new IllegalArgumentException("the rank was not asked for");
  }

  /// Whether a second pass is needed at all.
  public boolean any() {
    return any;
  }

  boolean holds(int s, int bucket) {
    for (int w = s * words; w < (s + 1) * words; w++) {
      if (in(lanes[w], bucket) != 0) {
        return true;
      }
    }
    return false;
  }

  /// Finds the values whose bucket is wanted, without a branch: few are, and which is hard to
  /// foresee.
  ///
  /// @param count how many of the values are meant
  /// @param into their indexes; has room for one more than `count`
  /// @return how many these are
  int find(int[] seriesOf, int[] bucketOf, int count, int[] into) {
    int n = 0;
    if (words > 1) {
      for (int i = 0; i < count; i++) {
        into[n] = i;
        n += holds(seriesOf[i], bucketOf[i]) ? 1 : 0;
      }
      return n;
    }
    long[] wanted = lanes;
    for (int i = 0; i < count; i++) {
      into[n] = i;
      n += in(wanted[seriesOf[i]], bucketOf[i]) != 0 ? 1 : 0;
    }
    return n;
  }

  /// Not 0 when a lane of a word is the bucket: the lowest lane that is borrows from its top bit,
  /// and no other does before it.
  private static long in(long word, long bucket) {
    long apart = word ^ bucket * ONES;
    return (apart - ONES) & ~apart & TOPS;
  }
}
