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
import java.util.function.Supplier;

/// The second round of an analysis that needs exact quantiles: the same values are met again, and
/// those of wanted buckets are kept.
///
/// @param <R> the answer
final class QuantileRound<R> implements Fold<QuantileRound.Kept, R> {

  /// Gives the values of a block, the same as in the first round. For one thread.
  interface Values {
    void of(JourneyBlock block, BucketValues kept);
  }

  /// What one partial keeps, and what it reads values with.
  record Kept(BucketValues values, Values reader) {}

  private final BucketCounts counts;
  private final Wanted wanted;
  private final Supplier<Values> values;
  private final Function<Quantiles, R> answer;

  private QuantileRound(
      BucketCounts counts, Wanted wanted, Supplier<Values> values, Function<Quantiles, R> answer) {
    this.counts = counts;
    this.wanted = wanted;
    this.values = values;
    this.answer = answer;
  }

  /// The answer at once when every series kept its values, else one round more.
  static <R> Round<R> after(
      BucketCounts counts,
      int series,
      Supplier<Values> values,
      Function<Quantiles, R> answer,
      LongUnaryOperator... ranks) {
    Wanted wanted = Wanted.of(counts, series, ranks);
    QuantileRound<R> round = new QuantileRound<>(counts, wanted, values, answer);
    return wanted.any() ? new Round.Next<>(round) : round.finish(round.start());
  }

  @Override
  public Kept start() {
    return new Kept(new BucketValues(wanted), values.get());
  }

  @Override
  public void add(JourneyBlock block, Kept partial) {
    partial.reader.of(block, partial.values);
  }

  @Override
  public void merge(Kept into, Kept from) {
    into.values.merge(from.values);
  }

  @Override
  public byte[] write(Kept partial) {
    PartialWriter to = new PartialWriter();
    partial.values.write(to);
    return to.toBytes();
  }

  @Override
  public Kept read(byte[] bytes) {
    return new Kept(BucketValues.read(wanted, new PartialReader(bytes)), values.get());
  }

  @Override
  public Round<R> finish(Kept merged) {
    return new Round.Done<>(answer.apply(new Quantiles(counts, wanted, merged.values)));
  }
}
