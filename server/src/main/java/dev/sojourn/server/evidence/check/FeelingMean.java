package dev.sojourn.server.evidence.check;

import dev.sojourn.server.evidence.walk.Passage;
import java.math.BigInteger;

/// The mean of what customers say, each counted once with the mean of their own answers. Sums are
/// whole numbers, so the order of the journeys does not matter. For one thread.
final class FeelingMean {

  /// The score of what is no answer.
  static final int NONE = Integer.MIN_VALUE;

  private static final double UNIT = 1_000;
  private static final double Z = 1.959963984540054;

  private final int[] scores;
  private long customers;
  private long sum;
  private BigInteger squares = BigInteger.ZERO;
  private long squaresHere;

  /// @param scores of each code, in thousandths
  FeelingMean(int[] scores) {
    this.scores = scores;
  }

  boolean scores(int code) {
    return scores[code] != NONE;
  }

  void read(Passage passage) {
    long own = 0;
    long answers = 0;
    for (int i = 0; i < passage.length(); i++) {
      int score = scores[passage.code(i)];
      if (score != NONE) {
        own += score;
        answers++;
      }
    }
    if (answers > 0) {
      long mean = Math.floorDiv(2 * own + answers, 2 * answers);
      customers++;
      sum += mean;
      squaresHere += mean * mean;
      if (squaresHere > Long.MAX_VALUE / 2) {
        squares = squares.add(BigInteger.valueOf(squaresHere));
        squaresHere = 0;
      }
    }
  }

  /// The mean with its 95 % interval by the normal approximation, inside -5 to +5.
  Measured.Mean number() {
    if (customers == 0) {
      return new Measured.Mean(0, 0, 0, 0);
    }
    double mean = sum / (double) customers / UNIT;
    double reach = customers == 1 ? 10 : Z * StrictMath.sqrt(variance() / customers) / UNIT;
    return new Measured.Mean(
        customers, mean, Math.max(-5, mean - reach), Math.min(5, mean + reach));
  }

  private double variance() {
    BigInteger n = BigInteger.valueOf(customers);
    BigInteger all = squares.add(BigInteger.valueOf(squaresHere));
    BigInteger spread = n.multiply(all).subtract(BigInteger.valueOf(sum).pow(2));
    return spread.doubleValue() / (customers * (customers - 1.0));
  }
}
