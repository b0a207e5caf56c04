package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;

/// The pairs that the events of a block make with the one before, and the time between. There is an
/// entry for each event: loops over them need not know where journeys end. For one thread; reused
/// from block to block.
final class PairsOfBlock {

  /// The place of what is no pair: the first event of a journey has none before it.
  static final int NO_PAIR = 0;

  /// Between events of which one has no time.
  private static final long UNKNOWN = -1;

  private final PairNumbers numbers;
  private int[] place = new int[JourneyBlock.TARGET_EVENTS];
  private long[] ownGap = new long[0];
  private long[] gap = ownGap;
  private boolean timed;

  /// @param numbers gets a number for each pair that has none yet
  PairsOfBlock(PairNumbers numbers) {
    this.numbers = numbers;
  }

  /// For each event the place of the pair it makes, which is the number of the pair from 1, or
  /// [#NO_PAIR].
  int[] place() {
    return place;
  }

  /// For each event the ticks since the one before; 0 where there is no pair, and -1 where they are
  /// not known.
  long[] gap() {
    return gap;
  }

  /// Whether all events have a time.
  boolean isTimed() {
    return timed;
  }

  /// Finds the pairs of a block.
  void of(JourneyBlock block) {
    int events = block.events();
    if (place.length < events) {
      place = new int[Math.max(events, place.length * 2)];
    }
    boolean known = numbers.findPlaces(block.code(), events, place);
    int[] start = block.start();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      place[start[j]] = NO_PAIR;
    }
    if (!known) {
      number(block);
    }
    long[] gaps = block.gaps();
    timed = gaps != null;
    gap = gaps != null ? gaps : gapsOfTimes(block);
  }

  /// Gives numbers to pairs that have none.
  private void number(JourneyBlock block) {
    char[] code = block.code();
    int[] start = block.start();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      for (int i = start[j] + 1; i < start[j + 1]; i++) {
        if (place[i] == NO_PAIR) {
          place[i] = numbers.findOrAdd(code[i - 1], code[i]) + 1;
        }
      }
    }
  }

  private long[] gapsOfTimes(JourneyBlock block) {
    if (ownGap.length < block.events()) {
      ownGap = new long[place.length];
    }
    long[] time = block.time();
    int[] start = block.start();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      ownGap[start[j]] = 0;
      for (int i = start[j] + 1; i < start[j + 1]; i++) {
        ownGap[i] = time[i - 1] == JourneyBlock.UNTIMED ? UNKNOWN : time[i] - time[i - 1];
      }
    }
    return ownGap;
  }

  /// Takes away the pairs of which the time between is not known.
  ///
  /// @param untimed counts them by place
  void dropUntimed(int events, int[] untimed) {
    for (int i = 0; i < events; i++) {
      if (gap[i] == UNKNOWN) {
        untimed[place[i]]++;
        place[i] = NO_PAIR;
        gap[i] = 0;
      }
    }
  }
}
