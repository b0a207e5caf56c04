package dev.sojourn.kernel.result;

import java.util.OptionalDouble;

/// A share with its denominator and its 95 % Wilson score interval.
///
/// Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
/// Journal of the American Statistical Association 22, 209-212.
///
/// @param n the numerator, 0 to `d`
/// @param d the denominator, 0 or more
public record Rate(long n, long d) {

  /// The 0.975 quantile of the standard normal distribution.
  private static final double Z = 1.959963984540054;

  public Rate {
    if (n < 0 || d < n) {
      throw new IllegalArgumentException("a rate of " + n + " in " + d + " is not one");
    }
  }

  /// `n / d`; empty when the denominator is 0, because undefined is not zero.
  public OptionalDouble value() {
    return d == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) n / d);
  }

  /// The lower end of the interval; empty when the denominator is 0.
  public OptionalDouble low() {
    return d == 0 ? OptionalDouble.empty() : OptionalDouble.of(bound(-1));
  }

  /// The upper end of the interval; empty when the denominator is 0.
  public OptionalDouble high() {
    return d == 0 ? OptionalDouble.empty() : OptionalDouble.of(bound(1));
  }

  private double bound(int sign) {
    if (sign < 0 && n == 0) {
      return 0;
    }
    if (sign > 0 && n == d) {
      return 1;
    }
    double p = (double) n / d;
    double z2 = Z * Z;
    double centre = p + z2 / (2 * d);
    double spread = Z * StrictMath.sqrt(p * (1 - p) / d + z2 / (4.0 * d * d));
    return (centre + sign * spread) / (1 + z2 / d);
  }
}
