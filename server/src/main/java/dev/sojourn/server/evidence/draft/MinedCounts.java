package dev.sojourn.server.evidence.draft;

import dev.sojourn.server.evidence.walk.Passage;
import dev.sojourn.server.evidence.walk.Ways;

/// What the customers of the mining do at the touchpoints that are on the map. For one thread.
final class MinedCounts {

  private final int touchpoints;
  private final long[][] before;
  private final long[] came;
  private final long[] again;
  private final long[] last;
  private final Ways ways;
  private final int[] firsts;
  private long customers;

  MinedCounts(int touchpoints) {
    this.touchpoints = touchpoints;
    before = new long[touchpoints][touchpoints];
    came = new long[touchpoints];
    again = new long[touchpoints];
    last = new long[touchpoints];
    ways = new Ways(touchpoints);
    firsts = new int[touchpoints];
  }

  void read(Passage passage) {
    if (passage.length() == 0) {
      return;
    }
    customers++;
    last[passage.touchpoint(passage.length() - 1)]++;
    int seen = 0;
    for (int i = 0; i < passage.length(); i++) {
      int t = passage.touchpoint(i);
      if (passage.first(t) == i) {
        for (int earlier = 0; earlier < seen; earlier++) {
          before[firsts[earlier]][t]++;
        }
        firsts[seen++] = t;
        came[t]++;
        again[t] += passage.times(t) > 1 ? 1 : 0;
      }
    }
    ways.read(passage);
  }

  /// Customers with any touchpoint of the map.
  long customers() {
    return customers;
  }

  /// Customers who first come to one before the other.
  long before(int a, int b) {
    return before[a][b];
  }

  /// Customers who come to both.
  long both(int a, int b) {
    return before[a][b] + before[b][a];
  }

  /// Customers who come to it.
  long came(int t) {
    return came[t];
  }

  /// Customers who come to it more than once.
  long again(int t) {
    return again[t];
  }

  /// Customers whose last touchpoint it is.
  long last(int t) {
    return last[t];
  }

  /// Customers who go straight from one to the other.
  long straight(int a, int b) {
    return ways.customers(a, b);
  }

  /// Touchpoints on the map.
  int touchpoints() {
    return touchpoints;
  }
}
