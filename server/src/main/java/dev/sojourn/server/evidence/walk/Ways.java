package dev.sojourn.server.evidence.walk;

import java.util.Arrays;

/// Customers who go straight from one touchpoint to another, each counted once a pair. For one
/// thread.
public final class Ways {

  private final int touchpoints;
  private final long[] customers;
  private final long[] seenBy;
  private long journey;

  /// @param touchpoints how many there are
  public Ways(int touchpoints) {
    this.touchpoints = touchpoints;
    int pairs = Math.multiplyExact(touchpoints, touchpoints);
    customers = new long[pairs];
    seenBy = new long[pairs];
    Arrays.fill(seenBy, -1);
  }

  /// Counts the steps of a journey.
  public void read(Passage passage) {
    for (int i = 1; i < passage.length(); i++) {
      int pair = passage.touchpoint(i - 1) * touchpoints + passage.touchpoint(i);
      if (seenBy[pair] != journey) {
        seenBy[pair] = journey;
        customers[pair]++;
      }
    }
    journey++;
  }

  /// Customers who went straight from one to the other at least once.
  public long customers(int from, int to) {
    return customers[from * touchpoints + to];
  }
}
