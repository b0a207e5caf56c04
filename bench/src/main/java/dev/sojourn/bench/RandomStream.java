package dev.sojourn.bench;

/// A seeded stream of random numbers that is the same on every machine: SplitMix64.
///
/// Steele, G. L., Lea, D. and Flood, C. H. (2014), Fast splittable pseudorandom number generators,
/// OOPSLA 2014. For one thread.
final class RandomStream {

  private long state;

  RandomStream(long seed) {
    state = seed;
  }

  /// The next 64 bits.
  long bits() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A number in (0, 1).
  double fraction() {
    return ((bits() >>> 11) + 0.5) * 0x1p-53;
  }

  /// A number from an exponential distribution with mean 1.
  double exponential() {
    // Not Math.log: its last digit may differ from machine to machine.
    return -StrictMath.log(fraction());
  }

  /// An index, each with its share of the cumulated weights.
  int pick(double[] cumulated) {
    double x = fraction() * cumulated[cumulated.length - 1];
    int low = 0;
    int high = cumulated.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulated[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
