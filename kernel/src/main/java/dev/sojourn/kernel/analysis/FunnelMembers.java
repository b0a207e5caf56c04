package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.spec.Count;

/// Journeys by how far they come along ordered steps, at the event with which they first come to
/// the step. For one thread.
final class FunnelMembers implements Members {

  private final FunnelSteps steps;
  private final int step;
  private final Count.Outcome outcome;
  private final FunnelAttempts attempts;
  private int[] event = new int[64];
  private long[] mask = new long[64];
  private long[] time = new long[64];
  private int depth;

  /// @param step from 1
  FunnelMembers(FunnelSteps steps, int step, Count.Outcome outcome) {
    this.steps = steps;
    this.step = step;
    this.outcome = outcome;
    attempts = steps.attempts();
  }

  @Override
  public int place(JourneyBlock block, int j) {
    int n = collect(block, j);
    if (n == 0) {
      return -1;
    }
    depth = attempts.follow(mask, time, 0, n);
    return inside() ? event[attempts.eventOf(step)] : -1;
  }

  /// Takes the steps out of a journey, from its first entry on.
  ///
  /// @return how many
  private int collect(JourneyBlock block, int j) {
    char[] code = block.code();
    int end = block.start()[j + 1];
    int first = block.start()[j];
    while (first < end && (steps.maskOf()[code[first]] & 1) == 0) {
      first++;
    }
    if (first == end) {
      return 0;
    }
    if (event.length < end - first) {
      event = new int[end - first];
      mask = new long[end - first];
      time = new long[end - first];
    }
    long[] times = block.timeOf(j);
    int n = 0;
    for (int i = first; i < end; i++) {
      long of = steps.maskOf()[code[i]];
      if (of != 0) {
        event[n] = i;
        mask[n] = of;
        time[n++] = times[i];
      }
    }
    return n;
  }

  private boolean inside() {
    boolean stopped = depth == step && step < steps.count();
    return switch (outcome) {
      case REACHED -> depth >= step;
      case DROPPED -> stopped && !attempts.isOpen(steps.dataThrough());
      case IN_PROGRESS -> stopped && attempts.isOpen(steps.dataThrough());
    };
  }
}
