package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;

/// The pair that each event of a block makes with the event before it, looked up in one flat loop.
/// For one thread; reused from block to block.
final class PairsOfBlock {

  private int[] pairs = new int[JourneyBlock.TARGET_EVENTS];

  /// Numbers of pairs by event; -1 for a pair that has none yet. The first event of a journey makes
  /// no pair, and what stands there means nothing.
  int[] of(JourneyBlock block, PairNumbers numbers) {
    int events = block.events();
    if (pairs.length < events) {
      pairs = new int[Math.max(events, pairs.length * 2)];
    }
    numbers.find(block.code(), events, pairs);
    return pairs;
  }
}
