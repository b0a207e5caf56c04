package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.quantile.ValueSink;
import java.util.Arrays;

/// Follows the attempts of one journey to go through ordered steps.
///
/// For each depth it keeps one attempt: the one that began last, which has the most of its window
/// left and so can do whatever an earlier one could. An event that is several steps is taken by the
/// deepest first, so that it never fills two. Cost is linear in events and steps. For one thread;
/// reused from journey to journey.
final class FunnelAttempts {

  // Where an attempt began, as a number that never overflows when one is taken from another. Times
  // are within the year 9999, which is less than 2^58 microseconds; windows longer than 2^59 ticks
  // hold whatever can be timed.
  private static final long UNTIMED_BEGIN = -(1L << 60);
  private static final long NEVER = -(1L << 62);
  private static final long LONGEST_WINDOW = 1L << 59;

  /// Holds what goes from an event without time to one with a time too, which no window does: how
  /// long that took is not known.
  private static final long NO_WINDOW = 1L << 61;

  private final long window;
  private final long openTicks;
  private final long entriesFrom;
  private final long entriesTo;

  // By depth: when the attempt began that came so far. At 0 is the event itself, if it may begin
  // one.
  private final long[] began;

  // By depth: the last event before which the journey had come so far and no further. An event
  // takes it no more than one step deeper.
  private final int[] lastAtDepth;

  private int depth;
  private long reachedBegan;

  /// @param windowTicks the longest time from the first step to any other, or [Long#MAX_VALUE]
  /// @param openTicks the same rounded up: an attempt is open while less than that has passed
  /// @param entriesFrom first steps before this tick begin no attempt
  /// @param entriesTo nor do those at or after this one
  FunnelAttempts(int steps, long windowTicks, long openTicks, long entriesFrom, long entriesTo) {
    this.window = windowTicks == Long.MAX_VALUE ? NO_WINDOW : Math.min(windowTicks, LONGEST_WINDOW);
    this.openTicks = openTicks;
    this.entriesFrom = entriesFrom;
    this.entriesTo = entriesTo;
    began = new long[steps + 1];
    lastAtDepth = new int[steps + 1];
  }

  /// Follows a journey.
  ///
  /// @param steps which steps each of its events at `[from, to)` is, step 1 at bit 0; never none
  /// @param time when each of them was
  /// @return how many steps the best attempt came along: the deepest, of those the first to get
  ///   there, of those the one that began last
  int follow(long[] steps, long[] time, int from, int to) {
    long[] begins = began;
    int[] lastAt = lastAtDepth;
    Arrays.fill(begins, NEVER);
    int deepest = 0;
    long reached = NEVER;
    long reachedFrom = NEVER;
    for (int h = from; h < to; h++) {
      lastAt[deepest] = h;
      long t = time[h];
      long at = Math.max(t, UNTIMED_BEGIN);
      begins[0] = t >= entriesFrom && t < entriesTo ? at : NEVER;
      long mask = steps[h];
      do {
        int k = 63 - Long.numberOfLeadingZeros(mask);
        mask &= ~(1L << k);
        // All bits are set when the answer is yes. What an event does to the attempts is a toss-up,
        // which as a branch would cost more than all the rest.
        long begin = begins[k];
        long tooLate = (window - (at - begin)) >> 63;
        begins[k + 1] = (begin & ~tooLate) | (begins[k + 1] & tooLate);
        int came = (k + 1) & (int) ~tooLate;
        if (t == reached && came == deepest && begin > reachedFrom) {
          reachedFrom = begin;
        }
        long deeper = ((long) deepest - came) >> 63;
        reached = (t & deeper) | (reached & ~deeper);
        reachedFrom = (begin & deeper) | (reachedFrom & ~deeper);
        deepest = Math.max(deepest, came);
      } while (mask != 0);
    }
    depth = deepest;
    reachedBegan = reachedFrom;
    return deepest;
  }

  /// The event of the journey that was followed last with which it first came to a depth, which it
  /// did come to.
  int eventOf(int depthFromOne) {
    return lastAtDepth[depthFromOne - 1];
  }

  /// Tells how long the best attempt of the journey that was followed last took for each step but
  /// the first. It took each step the first time that it could.
  ///
  /// @param from as of [#follow]
  void elapsed(long[] steps, long[] time, int from, ValueSink sink) {
    int h = from;
    while ((steps[h] & 1) == 0 || Math.max(time[h], UNTIMED_BEGIN) != reachedBegan) {
      h++;
    }
    for (int k = 1; k < depth; k++) {
      long before = time[h];
      do {
        h++;
      } while ((steps[h] >>> k & 1) == 0);
      if (before != JourneyBlock.UNTIMED) {
        sink.add(k, time[h] - before);
      }
    }
  }

  /// Whether some attempt could still go on after `dataThrough`.
  boolean isOpen(long dataThrough) {
    return window != NO_WINDOW && began[1] > UNTIMED_BEGIN && dataThrough - began[1] < openTicks;
  }
}
