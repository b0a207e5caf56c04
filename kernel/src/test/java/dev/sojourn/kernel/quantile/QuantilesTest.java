package dev.sojourn.kernel.quantile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  private static final LongUnaryOperator[] RANKS = {
    Wanted.LEAST, Wanted.MIDDLE_LOW, Wanted.MIDDLE_HIGH, Wanted.P90, Wanted.GREATEST
  };

  @Test
  void bucketsNeverDecreaseAndFit() {
    long last = 0;
    for (long v = 0; v >= 0 && v < Long.MAX_VALUE / 2; v += 1 + v / 97) {
      int bucket = BucketCounts.bucket(v);
      assertEquals(true, bucket >= last && bucket < BucketCounts.BUCKETS, "value " + v);
      last = bucket;
    }
    assertEquals(true, BucketCounts.bucket(Long.MAX_VALUE) < BucketCounts.BUCKETS);
  }

  @Test
  void everyRankIsThatOfTheSortedValuesHoweverTheyWereSplit() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 60; round++) {
      int n = random.nextInt(1, round % 3 == 0 ? 5_000 : 600);
      int bits = random.nextInt(1, 60);
      long[] values = random.longs(n, 0, 1L << bits).toArray();
      int cut = random.nextInt(n + 1);
      BucketCounts counts = counts(values, 0, cut);
      BucketCounts more = throughBytes(counts(values, cut, n));
      counts.merge(0, more, 0);
      assertArrayEquals(bytes(counts(values, 0, n)), bytes(counts), "round " + round);
      Wanted wanted = Wanted.of(counts, 1, RANKS);
      BucketValues kept = new BucketValues(wanted);
      for (long v : values) {
        kept.add(0, v);
      }
      Quantiles q = new Quantiles(counts, wanted, kept);
      Arrays.sort(values);
      for (LongUnaryOperator rank : RANKS) {
        assertEquals(values[(int) rank.applyAsLong(n)], q.at(0, rank), "round " + round);
      }
      BigInteger sum =
          Arrays.stream(values)
              .mapToObj(BigInteger::valueOf)
              .reduce(BigInteger.ZERO, BigInteger::add);
      assertEquals(sum, q.sum(0), "round " + round);
    }
  }

  /// A counter of 16 bits begins again from 0 after 65,536 values.
  @Test
  void moreValuesThanACounterHolds() {
    int n = 300_000;
    long[] values = new long[n];
    int[] series = new int[n];
    Arrays.setAll(values, i -> i % 3 == 0 ? 1_000 + i % 2 : 7);
    Arrays.fill(series, 1);
    BucketCounts counts = new BucketCounts(2);
    counts.addAll(series, values, n);
    counts.addAll(series, values, 1_000);
    BucketCounts sum = new BucketCounts(2);
    sum.merge(1, counts, 1);
    sum.merge(1, counts, 1);
    assertEquals(2 * (n + 1_000), sum.count(1));
    Wanted wanted = Wanted.of(sum, 2, Wanted.MIDDLE_LOW, Wanted.P90);
    BucketValues kept = new BucketValues(wanted);
    for (int round = 0; round < 2; round++) {
      kept.addAll(series, values, n);
      kept.addAll(series, values, 1_000);
    }
    Quantiles q = new Quantiles(sum, wanted, kept);
    assertEquals(7, q.at(1, Wanted.MIDDLE_LOW));
    assertEquals(1_001, q.at(1, Wanted.P90));
    sum.clear(1);
    assertEquals(0, sum.count(1));
    assertEquals(false, Wanted.of(sum, 2, Wanted.P90).any());
  }

  @Test
  void theNearestRankOfThe90thPercentile() {
    assertEquals(0, Wanted.P90.applyAsLong(1));
    assertEquals(8, Wanted.P90.applyAsLong(10));
    assertEquals(9, Wanted.P90.applyAsLong(11));
  }

  private static BucketCounts counts(long[] values, int from, int to) {
    BucketCounts counts = new BucketCounts(1);
    for (int i = from; i < to; i++) {
      counts.add(0, values[i]);
    }
    return counts;
  }

  private static byte[] bytes(BucketCounts counts) {
    PartialWriter to = new PartialWriter();
    counts.write(0, to);
    return to.toBytes();
  }

  private static BucketCounts throughBytes(BucketCounts counts) {
    BucketCounts read = new BucketCounts(1);
    read.read(0, new PartialReader(bytes(counts)));
    return read;
  }
}
