package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;

/// The pairs that the events of a block make with the one before, and the time between, closely
/// packed: loops over them need not know where journeys end. For one thread; reused from block to
/// block.
final class PairsOfBlock {

  /// Pairs whose time between is known, or those of which it is not.
  static final class Packed {
    int size;
    int[] pair = new int[JourneyBlock.TARGET_EVENTS];

    /// The number of the journey in the block.
    int[] journey = new int[JourneyBlock.TARGET_EVENTS];

    /// The first pair at or after `i` that is of journey `j` or a later one.
    int from(int j, int i) {
      int at = i;
      while (at < size && journey[at] < j) {
        at++;
      }
      return at;
    }

    private void room(int events) {
      if (pair.length < events) {
        int length = Math.max(events, pair.length * 2);
        pair = new int[length];
        journey = new int[length];
      }
    }
  }

  private static final int FIRST_OF_JOURNEY = -2;

  private final PairNumbers numbers;
  private final Packed timed = new Packed();
  private final Packed untimed = new Packed();
  private int[] number = new int[JourneyBlock.TARGET_EVENTS];
  private long[] gap = new long[JourneyBlock.TARGET_EVENTS];

  /// @param numbers gets a number for each pair that has none yet
  PairsOfBlock(PairNumbers numbers) {
    this.numbers = numbers;
  }

  Packed timed() {
    return timed;
  }

  Packed untimed() {
    return untimed;
  }

  /// The time between the two events of each of [#timed()].
  long[] gap() {
    return gap;
  }

  /// Packs the pairs of a block.
  void of(JourneyBlock block) {
    timed.room(block.events());
    untimed.room(block.events());
    if (gap.length < block.events()) {
      gap = new long[timed.pair.length];
      number = new int[timed.pair.length];
    }
    untimed.size = 0;
    numbers.find(block.code(), block.events(), number);
    if (markFirsts(block) || pack(block) != block.events() - block.journeys()) {
      packOneByOne(block);
    }
  }

  /// @return whether there is an event without a time
  private boolean markFirsts(JourneyBlock block) {
    int[] start = block.start();
    long[] time = block.time();
    boolean any = false;
    for (int j = 0, n = block.journeys(); j < n; j++) {
      number[start[j]] = FIRST_OF_JOURNEY;
      // Events without a time come first.
      any |= time[start[j]] == JourneyBlock.UNTIMED;
    }
    return any;
  }

  /// Packs pairs that have a number, in one loop over the events and without a branch.
  ///
  /// @return how many these are
  private int pack(JourneyBlock block) {
    long[] time = block.time();
    int[] numbered = number;
    int[] pair = timed.pair;
    int[] journey = timed.journey;
    long[] between = gap;
    int j = 0;
    int k = 0;
    for (int i = 1, events = block.events(); i < events; i++) {
      int p = numbered[i];
      // All bits are set in what is no pair.
      int none = p >> 31;
      j -= none;
      pair[k] = p;
      journey[k] = j;
      between[k] = time[i] - time[i - 1];
      k += 1 + none;
    }
    timed.size = k;
    return k;
  }

  /// Packs pairs one by one: those that have no number yet get one, and those without a time are
  /// put apart.
  private void packOneByOne(JourneyBlock block) {
    char[] code = block.code();
    long[] time = block.time();
    timed.size = 0;
    for (int j = 0, n = block.journeys(); j < n; j++) {
      for (int i = block.start()[j] + 1; i < block.start()[j + 1]; i++) {
        Packed pairs = time[i - 1] == JourneyBlock.UNTIMED ? untimed : timed;
        gap[timed.size] = time[i] - time[i - 1];
        pairs.pair[pairs.size] = numbers.findOrAdd(code[i - 1], code[i]);
        pairs.journey[pairs.size++] = j;
      }
    }
  }
}
