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

  /// @param step from 1
  FunnelMembers(FunnelSteps steps, int step, Count.Outcome outcome) {
    this.steps = steps;
    this.step = step;
    this.outcome = outcome;
    attempts = steps.attempts();
  }

  @Override
  public int place(JourneyBlock block, int j) {
    char[] code = block.code();
    int end = block.start()[j + 1];
    int first = block.start()[j];
    while (first < end && (steps.maskOf()[code[first]] & 1) == 0) {
      first++;
    }
    if (first == end) {
      return -1;
    }
    long[] time = block.timeOf(j);
    int place = -1;
    attempts.reset();
    for (int i = first; i < end; i++) {
      long mask = steps.maskOf()[code[i]];
      if (mask != 0 && !attempts.take(mask, time[i])) {
        break;
      }
      if (place < 0 && attempts.depth() >= step) {
        place = i;
      }
    }
    return inside() ? place : -1;
  }

  private boolean inside() {
    int depth = attempts.depth();
    boolean stopped = depth == step && step < steps.count();
    return switch (outcome) {
      case REACHED -> depth >= step;
      case DROPPED -> stopped && !attempts.isOpen(steps.dataThrough());
      case IN_PROGRESS -> stopped && attempts.isOpen(steps.dataThrough());
    };
  }
}
