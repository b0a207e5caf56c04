package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;
import java.util.Arrays;

/// Follows the attempts of one journey to go through ordered steps.
///
/// For each depth it keeps one attempt: the one that began last, which has the most of its window
/// left and so can do whatever an earlier one could. An event that is several steps is taken by the
/// deepest first, so that it never fills two. Cost is linear in events and steps. For one thread;
/// reused from journey to journey.
final class FunnelAttempts {

  private final int steps;
  private final long windowTicks;
  private final long openTicks;
  private final long entriesFrom;
  private final long entriesTo;

  // By depth - 1: when the attempt began, and the times of its steps.
  private final long[] began;
  private final long[][] times;
  private final boolean[] there;

  private int depth;
  private long reachedAt;
  private long reachedBegan;
  private final long[] reachedTimes;

  /// @param windowTicks the longest time from the first step to any other, or [Long#MAX_VALUE]
  /// @param openTicks the same rounded up: an attempt is open while less than that has passed
  /// @param entriesFrom first steps before this tick begin no attempt
  /// @param entriesTo nor do those at or after this one
  FunnelAttempts(int steps, long windowTicks, long openTicks, long entriesFrom, long entriesTo) {
    this.steps = steps;
    this.windowTicks = windowTicks;
    this.openTicks = openTicks;
    this.entriesFrom = entriesFrom;
    this.entriesTo = entriesTo;
    began = new long[steps];
    times = new long[steps][steps];
    there = new boolean[steps];
    reachedTimes = new long[steps];
  }

  /// Forgets the journey before.
  void reset() {
    Arrays.fill(there, false);
    depth = 0;
  }

  /// Takes the next event of the journey.
  ///
  /// @param mask bit k is set when the event is step k + 1; not 0
  /// @return false when later events cannot change anything
  boolean take(long mask, long time) {
    if (depth == steps && time != reachedAt) {
      return false;
    }
    int k = 63 - Long.numberOfLeadingZeros(mask);
    step(k, time);
    for (long left = mask & ~(1L << k); left != 0; left &= ~(1L << k)) {
      k = 63 - Long.numberOfLeadingZeros(left);
      step(k, time);
    }
    return true;
  }

  private void step(int k, long time) {
    if (k == 0) {
      enter(time);
    } else if (there[k - 1] && inWindow(began[k - 1], time)) {
      advance(k, time);
    }
  }

  private void enter(long time) {
    if (time < entriesFrom || time >= entriesTo) {
      return;
    }
    there[0] = true;
    began[0] = time;
    times[0][0] = time;
    reach(0, time);
  }

  private void advance(int k, long time) {
    // The first time an attempt comes here is the one that counts for how long its steps took.
    if (!there[k] || began[k] != began[k - 1]) {
      there[k] = true;
      began[k] = began[k - 1];
      System.arraycopy(times[k - 1], 0, times[k], 0, k);
      times[k][k] = time;
    }
    reach(k, time);
  }

  /// How long it took from an event without time to one with a time is not known to be within any
  /// window. Untimed events come first, so an attempt that began later is still never the worse
  /// one.
  private boolean inWindow(long start, long time) {
    return start == JourneyBlock.UNTIMED
        ? time == JourneyBlock.UNTIMED || windowTicks == Long.MAX_VALUE
        : time - start <= windowTicks;
  }

  private void reach(int k, long time) {
    boolean deeper = k + 1 > depth;
    boolean laterStart = k + 1 == depth && time == reachedAt && began[k] > reachedBegan;
    if (deeper || laterStart) {
      depth = k + 1;
      reachedAt = time;
      reachedBegan = began[k];
      System.arraycopy(times[k], 0, reachedTimes, 0, k + 1);
    }
  }

  /// How many steps the best attempt came along: the deepest, of those the first to get there, of
  /// those the one that began last.
  int depth() {
    return depth;
  }

  /// When the best attempt did step k + 1.
  long timeOf(int k) {
    return reachedTimes[k];
  }

  /// Whether some attempt could still go on after `dataThrough`.
  boolean isOpen(long dataThrough) {
    return windowTicks != Long.MAX_VALUE
        && there[0]
        && began[0] != JourneyBlock.UNTIMED
        && dataThrough - began[0] < openTicks;
  }
}
