package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.Distribution;
import dev.sojourn.kernel.result.Elapsed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Medians, quantiles and means: computed exactly, rounded once, to the nearest double.
final class Figures {

  private static final MathContext EXACT = new MathContext(60);

  private Figures() {}

  static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
  }

  /// Null when there is no value.
  static @Nullable Distribution distribution(List<BigDecimal> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<BigDecimal> sorted = values.stream().sorted().toList();
    return new Distribution(
        sorted.getFirst().doubleValue(),
        median(sorted),
        mean(sorted),
        sorted.getLast().doubleValue());
  }

  /// Null when there is no value.
  static @Nullable Elapsed elapsed(List<Duration> durations) {
    if (durations.isEmpty()) {
      return null;
    }
    List<BigDecimal> sorted = durations.stream().sorted().map(Figures::seconds).toList();
    return new Elapsed(median(sorted), p90(sorted), mean(sorted));
  }

  private static double median(List<BigDecimal> sorted) {
    int n = sorted.size();
    BigDecimal lower = sorted.get((n - 1) / 2);
    BigDecimal upper = sorted.get(n / 2);
    return lower.add(upper).divide(BigDecimal.TWO).doubleValue();
  }

  /// The least value that at least nine tenths of all values do not exceed.
  private static double p90(List<BigDecimal> sorted) {
    int rank = Math.ceilDiv(9 * sorted.size(), 10);
    return sorted.get(rank - 1).doubleValue();
  }

  private static double mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), EXACT).doubleValue();
  }
}
