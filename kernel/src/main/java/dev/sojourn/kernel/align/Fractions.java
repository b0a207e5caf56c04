package dev.sojourn.kernel.align;

import java.math.BigInteger;
import java.util.Map;

/// Sums of fractions, exact until the one rounding at the end.
final class Fractions {

  /// Bits of a quotient before it is rounded to the 53 of a double: enough to round once.
  private static final int QUOTIENT_BITS = 64;

  private record Fraction(BigInteger n, BigInteger d) {

    Fraction plus(Fraction other) {
      return new Fraction(n.multiply(other.d).add(other.n.multiply(d)), d.multiply(other.d));
    }
  }

  private Fractions() {}

  /// The double nearest to `n / d`, ties to even.
  ///
  /// @param n 0 or more
  /// @param d more than 0
  static double quotient(BigInteger n, BigInteger d) {
    if (n.signum() == 0) {
      return 0;
    }
    int shift = Math.max(0, QUOTIENT_BITS - (n.bitLength() - d.bitLength()));
    BigInteger[] parts = n.shiftLeft(shift).divideAndRemainder(d);
    BigInteger digits = parts[0].shiftLeft(1);
    // A remainder is a digit behind the last one: it decides a tie, and nothing else.
    BigInteger sticky = parts[1].signum() == 0 ? digits : digits.setBit(0);
    return Math.scalb(sticky.doubleValue(), -shift - 1);
  }

  /// The double nearest to the sum of fractions over a count.
  ///
  /// @param numerators the numerator of each denominator, both more than or equal to 0 and 1
  static double mean(Map<Long, BigInteger> numerators, long count) {
    Fraction[] fractions =
        numerators.entrySet().stream()
            .map(e -> new Fraction(e.getValue(), BigInteger.valueOf(e.getKey())))
            .toArray(Fraction[]::new);
    Fraction sum = sum(fractions, 0, fractions.length);
    return quotient(sum.n(), sum.d().multiply(BigInteger.valueOf(count)));
  }

  private static Fraction sum(Fraction[] fractions, int from, int to) {
    if (to - from == 1) {
      return fractions[from];
    }
    int middle = (from + to) >>> 1;
    // Halves of equal size keep the factors of each multiplication alike, which is when it is fast.
    return sum(fractions, from, middle).plus(sum(fractions, middle, to));
  }
}
