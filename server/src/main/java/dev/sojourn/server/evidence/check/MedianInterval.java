package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.Tick;
import java.util.Arrays;

/// The median of some times with its 95 % interval by order statistics, which assumes nothing about
/// how they are spread: the ranks are `n/2 ± 0.98 √n`, the normal approximation of the binomial.
final class MedianInterval {

  private static final double HALF_Z = 0.979981992270027;

  private MedianInterval() {}

  static Measured.Median of(long[] ticks, int n, Tick tick) {
    if (n == 0) {
      return new Measured.Median(0, 0, 0, 0);
    }
    long[] sorted = Arrays.copyOf(ticks, n);
    Arrays.sort(sorted);
    double reach = HALF_Z * StrictMath.sqrt(n);
    int low = (int) StrictMath.floor(n / 2.0 - reach);
    int high = (int) StrictMath.ceil(n / 2.0 + reach);
    double middle = (sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2;
    return new Measured.Median(
        n,
        middle / tick.perSecond(),
        (double) sorted[Math.clamp(low, 0, n - 1)] / tick.perSecond(),
        (double) sorted[Math.clamp(high, 0, n - 1)] / tick.perSecond());
  }
}
