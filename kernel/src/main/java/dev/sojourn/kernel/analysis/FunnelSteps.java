package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;

/// The steps of a funnel, bound to a snapshot.
///
/// @param count how many
/// @param maskOf for each touchpoint the steps that it is, step 1 at bit 0
/// @param windowTicks whole ticks of the window, or [Long#MAX_VALUE] for none
/// @param openTicks the same rounded up
/// @param entriesFrom first steps before this tick begin no attempt
/// @param entriesTo nor do those at or after this one
/// @param dataThrough the tick through which everything that happened is known
record FunnelSteps(
    int count,
    long[] maskOf,
    long windowTicks,
    long openTicks,
    long entriesFrom,
    long entriesTo,
    long dataThrough) {

  /// Follows attempts of one journey after the other.
  FunnelAttempts attempts() {
    return new FunnelAttempts(count, windowTicks, openTicks, entriesFrom, entriesTo);
  }

  /// The latest time at which an attempt can have begun that is not open any more.
  long quietThrough() {
    if (openTicks == Long.MAX_VALUE || dataThrough == JourneyBlock.UNTIMED) {
      // Nothing is ever open.
      return Long.MAX_VALUE;
    }
    long quiet = dataThrough - openTicks;
    return quiet > dataThrough ? Long.MIN_VALUE : quiet;
  }

  /// Whether any event may open an attempt.
  boolean allEntries() {
    return entriesFrom == Long.MIN_VALUE && entriesTo == Long.MAX_VALUE;
  }
}
