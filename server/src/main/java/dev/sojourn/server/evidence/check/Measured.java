package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.result.Rate;
import java.util.OptionalDouble;

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

  /// How much larger one share is than another, from -1 to 1.
  ///
  /// The interval is that of Newcombe, R. G. (1998), Interval estimation for the difference between
  /// independent proportions, Statistics in Medicine 17, method 10: out of the Wilson intervals of
  /// both shares. All are meaningless when either share has no denominator.
  ///
  /// @param here the share that is asked about
  /// @param elsewhere what it is held against
  record Excess(Rate here, Rate elsewhere) implements Measured {
    /// The smaller of both denominators: the difference is no surer than that.
    @Override
    public long n() {
      return Math.min(here.d(), elsewhere.d());
    }

    double value() {
      return of(here.value()) - of(elsewhere.value());
    }

    double low() {
      return value()
          - Math.hypot(
              of(here.value()) - of(here.low()), of(elsewhere.high()) - of(elsewhere.value()));
    }

    double high() {
      return value()
          + Math.hypot(
              of(here.high()) - of(here.value()), of(elsewhere.value()) - of(elsewhere.low()));
    }

    private static double of(OptionalDouble number) {
      return number.orElse(0);
    }
  }

  /// A full count, which has no interval.
  record Count(long n) implements Measured {}
}
