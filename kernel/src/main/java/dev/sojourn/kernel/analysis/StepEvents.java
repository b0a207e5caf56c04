package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;

/// The events of a block that are steps, closely packed: which steps and when, journey by journey.
///
/// It is made in passes over the whole block: what one journey needs is then already on its way
/// from memory while the one before is followed. For one thread; reused from block to block.
final class StepEvents {

  private static final long FIRST = 1;
  private static final long SECOND = 2;

  private final long[] stepsOf;
  private final byte[] stepOrNot;
  private final boolean everyEntry;

  // Events of the block that are a step, in order, then one that is behind all of them.
  private int[] event = new int[JourneyBlock.TARGET_EVENTS + 1];
  private long[] steps = new long[JourneyBlock.TARGET_EVENTS + 1];
  private long[] time = new long[JourneyBlock.TARGET_EVENTS + 1];
  private int[] from = new int[1_024];
  private int[] to = new int[1_024];

  StepEvents(FunnelSteps bound) {
    stepsOf = bound.maskOf();
    everyEntry = bound.allEntries();
    stepOrNot = new byte[stepsOf.length];
    for (int t = 0; t < stepsOf.length; t++) {
      stepOrNot[t] = (byte) (stepsOf[t] != 0 ? 1 : 0);
    }
  }

  /// Takes the steps out of a block.
  void of(JourneyBlock block) {
    room(block);
    look(block);
    int next = 0;
    for (int j = 0, n = block.journeys(); j < n; j++) {
      next = journey(block, j, next);
    }
  }

  private void room(JourneyBlock block) {
    if (event.length <= block.events()) {
      int size = Math.max(block.events() + 1, event.length * 2);
      event = new int[size];
      steps = new long[size];
      time = new long[size];
    }
    if (from.length < block.journeys()) {
      int size = Math.max(block.journeys(), from.length * 2);
      from = new int[size];
      to = new int[size];
    }
  }

  /// Without a branch: most events are no step at all, and which are is hard to foresee.
  private void look(JourneyBlock block) {
    char[] code = block.code();
    byte[] isStep = stepOrNot;
    int[] found = event;
    int n = 0;
    for (int i = 0, events = block.events(); i < events; i++) {
      found[n] = i;
      n += isStep[code[i]];
    }
    found[n] = Integer.MAX_VALUE;
    for (int h = 0; h < n; h++) {
      steps[h] = stepsOf[code[found[h]]];
    }
  }

  /// @param first the first event of the journey that is a step
  /// @return the same of the journey after it
  private int journey(JourneyBlock block, int j, int first) {
    int end = block.start()[j + 1];
    int begin = first;
    long seen = 0;
    int h = first;
    for (; event[h] < end; h++) {
      seen |= steps[h];
    }
    if ((seen & FIRST) == 0) {
      // Most journeys never enter, and their times are not needed.
      begin = h;
    } else {
      if ((seen & SECOND) == 0 && everyEntry) {
        // Nothing but entries: the last one alone tells whether the attempt is open.
        begin = h - 1;
        while ((steps[begin] & FIRST) == 0) {
          begin--;
        }
      }
      long[] times = block.heldTimeOf(j);
      int shift = block.heldTimeStart(j) - block.start()[j];
      for (int i = begin; i < h; i++) {
        time[i] = times[event[i] + shift];
      }
    }
    from[j] = begin;
    to[j] = h;
    return h;
  }

  /// The first step of journey `j`, as an index into [#steps()] and [#time()].
  int from(int j) {
    return from[j];
  }

  /// The index after the last step of journey `j`; that of the first when it enters nowhere.
  int to(int j) {
    return to[j];
  }

  /// Which steps each event is, step 1 at bit 0; never none.
  long[] steps() {
    return steps;
  }

  /// When each event was.
  long[] time() {
    return time;
  }
}
