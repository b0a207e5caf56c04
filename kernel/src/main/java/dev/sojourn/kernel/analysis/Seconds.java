package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.quantile.Quantiles;
import dev.sojourn.kernel.quantile.Wanted;
import dev.sojourn.kernel.result.Distribution;
import dev.sojourn.kernel.result.Elapsed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// Turns exact ticks into seconds, each rounded once to the nearest double.
final class Seconds {

  /// Enough digits that rounding to a double afterwards is as good as rounding once.
  private static final MathContext EXACT_ENOUGH = new MathContext(60);

  private Seconds() {}

  static double of(BigDecimal ticks, long perSecond) {
    return ticks.divide(BigDecimal.valueOf(perSecond), EXACT_ENOUGH).doubleValue();
  }

  private static BigDecimal mean(BigInteger sum, long count) {
    return new BigDecimal(sum).divide(BigDecimal.valueOf(count), EXACT_ENOUGH);
  }

  private static BigDecimal median(Quantiles q, int series) {
    return BigDecimal.valueOf(q.at(series, Wanted.MIDDLE_LOW))
        .add(BigDecimal.valueOf(q.at(series, Wanted.MIDDLE_HIGH)))
        .divide(BigDecimal.TWO);
  }

  /// The spread of the ticks of a series, or null when it has no value. Needs the middle ranks and
  /// P90.
  static @Nullable Elapsed elapsed(Quantiles q, int series, Tick tick) {
    if (q.count(series) == 0) {
      return null;
    }
    long per = tick.perSecond();
    return new Elapsed(
        of(median(q, series), per),
        of(BigDecimal.valueOf(q.at(series, Wanted.P90)), per),
        of(mean(q.sum(series), q.count(series)), per));
  }

  /// The distribution of a series, or null when it has no value. Needs the middle ranks, the least
  /// and the greatest.
  ///
  /// @param perSecond ticks in a second, or 1 for values that are no times
  static @Nullable Distribution distribution(Quantiles q, int series, long perSecond) {
    if (q.count(series) == 0) {
      return null;
    }
    return new Distribution(
        of(BigDecimal.valueOf(q.at(series, Wanted.LEAST)), perSecond),
        of(median(q, series), perSecond),
        of(mean(q.sum(series), q.count(series)), perSecond),
        of(BigDecimal.valueOf(q.at(series, Wanted.GREATEST)), perSecond));
  }
}
