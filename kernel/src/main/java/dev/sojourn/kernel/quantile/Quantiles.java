package dev.sojourn.kernel.quantile;

import java.math.BigInteger;
import java.util.function.LongUnaryOperator;

/// The answer of the two passes. For one thread.
public final class Quantiles {

  private final BucketCounts counts;
  // Of each series what the second pass kept, or all values; partly in order, from rank to rank.
  private final long[][] values;
  private final Wanted wanted;

  /// @param wanted what the second pass was asked for
  /// @param values what it kept; empty when no pass was needed
  public Quantiles(BucketCounts counts, Wanted wanted, BucketValues values) {
    this.counts = counts;
    this.wanted = wanted;
    this.values = new long[wanted.series][];
    for (int s = 0; s < wanted.series; s++) {
      this.values[s] = counts.isKept(s) ? counts.keptValues(s) : values.of(s);
    }
  }

  /// How many values a series has.
  public long count(int series) {
    return counts.count(series);
  }

  /// The sum of the values of a series.
  public BigInteger sum(int series) {
    return counts.sum(series);
  }

  /// The value at a rank that was asked for when the second pass was planned.
  ///
  /// @param rank from the count of the series to a rank from 0
  public long at(int series, LongUnaryOperator rank) {
    long[] of = values[series];
    int at =
        counts.isKept(series)
            ? Math.toIntExact(rank.applyAsLong(of.length))
            : wanted.place(series, rank);
    return Selection.at(of, at);
  }
}
