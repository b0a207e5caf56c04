package dev.sojourn.server.demo.harbour;

/// Chance that is the same on every machine and every Java: SplitMix64 (Steele, Lea, Flood 2014).
/// For one thread.
final class Dice {

  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private long state;

  /// @param seed the same seed throws the same
  /// @param of whose dice these are; neighbours have nothing in common
  Dice(long seed, long of) {
    state = mix(seed + of * GOLDEN);
  }

  private static long mix(long from) {
    long z = from;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /// From 0, inclusive, to 1, exclusive.
  double unit() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1p-53;
  }

  boolean chance(double share) {
    return unit() < share;
  }

  double between(double from, double to) {
    return from + unit() * (to - from);
  }

  /// A whole number, both ends inclusive.
  int whole(int from, int to) {
    return from + (int) (unit() * (to - from + 1));
  }

  /// Bell-shaped, by the sum of twelve throws.
  double bell(double mean, double spread) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return mean + sum * spread;
  }

  /// Many short ones and a few long ones, with a given mean.
  double waiting(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /// One of several by their weights.
  int weighted(double... weights) {
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    double at = unit() * all;
    int i = 0;
    while (i < weights.length - 1 && at >= weights[i]) {
      at -= weights[i];
      i++;
    }
    return i;
  }
}
