package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.result.Rate;

/// A number that was read off journeys.
sealed interface Measured {

  /// Units, or contacts, that the number rests on.
  long n();

  /// A share.
  record Share(Rate rate) implements Measured {
    @Override
    public long n() {
      return rate.d();
    }
  }

  /// A median in seconds with the order statistics that hold the true one in 95 % of samples; all
  /// are meaningless when `n` is 0.
  record Median(long n, double seconds, double low, double high) implements Measured {}

  /// A mean feeling from -5 to +5 with its interval; all are meaningless when `n` is 0.
  record Mean(long n, double mean, double low, double high) implements Measured {}

  /// A full count, which has no interval.
  record Count(long n) implements Measured {}
}
