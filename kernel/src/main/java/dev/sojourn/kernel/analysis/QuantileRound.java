package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.quantile.BucketCounts;
import dev.sojourn.kernel.quantile.BucketValues;
import dev.sojourn.kernel.quantile.Quantiles;
import dev.sojourn.kernel.quantile.Wanted;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/// The second round of an analysis that needs exact quantiles: the same values are met again, and
/// those of wanted buckets are kept.
///
/// @param <R> the answer
final class QuantileRound<R> implements Fold<BucketValues, R> {

  /// Receives the values of a block, as in the first round.
  interface Sink {
    /// @param value 0 or more
    void add(int series, long value);
  }

  /// Gives the values of a block to a sink, the same in both rounds.
  interface Values {
    void of(JourneyBlock block, Sink sink);
  }

  private final BucketCounts counts;
  private final Wanted wanted;
  private final Values values;
  private final Function<Quantiles, R> answer;

  private QuantileRound(
      BucketCounts counts, Wanted wanted, Values values, Function<Quantiles, R> answer) {
    this.counts = counts;
    this.wanted = wanted;
    this.values = values;
    this.answer = answer;
  }

  /// The answer at once when every series kept its values, else one round more.
  static <R> Round<R> after(
      BucketCounts counts,
      int series,
      Values values,
      Function<Quantiles, R> answer,
      LongUnaryOperator... ranks) {
    Wanted wanted = Wanted.of(counts, series, ranks);
    QuantileRound<R> round = new QuantileRound<>(counts, wanted, values, answer);
    return wanted.any() ? new Round.Next<>(round) : round.finish(round.start());
  }

  @Override
  public BucketValues start() {
    return new BucketValues(wanted);
  }

  @Override
  public void add(JourneyBlock block, BucketValues partial) {
    values.of(block, partial::add);
  }

  @Override
  public void merge(BucketValues into, BucketValues from) {
    into.merge(from);
  }

  @Override
  public byte[] write(BucketValues partial) {
    PartialWriter to = new PartialWriter();
    partial.write(to);
    return to.toBytes();
  }

  @Override
  public BucketValues read(byte[] bytes) {
    return BucketValues.read(wanted, new PartialReader(bytes));
  }

  @Override
  public Round<R> finish(BucketValues merged) {
    return new Round.Done<>(answer.apply(new Quantiles(counts, wanted, merged)));
  }
}
