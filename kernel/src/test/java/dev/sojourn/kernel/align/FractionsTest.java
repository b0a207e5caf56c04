package dev.sojourn.kernel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionsTest {

  @Test
  void aQuotientIsTheNearestDouble() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long n = random.nextLong() >>> (1 + random.nextInt(60));
      long d = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
      double expected =
          new BigDecimal(n).divide(new BigDecimal(d), new MathContext(60)).doubleValue();
      double actual = Fractions.quotient(BigInteger.valueOf(n), BigInteger.valueOf(d));
      assertEquals(expected, actual, "seed " + seed + ": " + n + " / " + d);
    }
  }

  @Test
  void aTieGoesToTheEvenNeighbour() {
    BigInteger half = BigInteger.ONE.shiftLeft(54);
    assertEquals(0x1p54, Fractions.quotient(half.add(BigInteger.TWO), BigInteger.ONE));
    assertEquals(1.0, Fractions.quotient(half.setBit(0), half));
  }

  @Test
  void aSumOfThirdsAndSeventhsIsRoundedOnce() {
    Map<Long, BigInteger> numerators = new HashMap<>();
    numerators.put(3L, BigInteger.valueOf(1));
    numerators.put(7L, BigInteger.valueOf(2));
    assertEquals(13.0 / 42.0, Fractions.mean(numerators, 2));
  }

  @Test
  void tenThousandDenominatorsAreSummedWithoutDelay() {
    Map<Long, BigInteger> numerators = new HashMap<>();
    for (long d = 1; d <= 10_000; d++) {
      numerators.put(d, BigInteger.valueOf(d));
    }
    assertEquals(1.0, Fractions.mean(numerators, 10_000));
  }
}
