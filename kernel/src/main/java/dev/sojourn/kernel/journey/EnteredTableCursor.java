package dev.sojourn.kernel.journey;

import java.util.Arrays;

/// Passes over units that do not have the first step, and counts those that need not be seen.
final class EnteredTableCursor implements JourneyCursor, JourneyBlock.TimeSource {
  /// Units that it looks at before it copies one.
  private static final int AHEAD = 1_024;

  private final TableColumns columns;
  private final int[] start;
  private final int to;
  private final long first;
  private final long second;
  private final long quietThrough;
  private int next;

  // Units from `next` on that have the first step, of which those before `taken` are dealt with.
  private final int[] entered = new int[AHEAD];
  private int found;
  private int taken;
  private int[] units = new int[1_024];

  EnteredTableCursor(
      TableColumns columns, int from, int to, long first, long second, long quietThrough) {
    this.columns = columns;
    this.start = columns.start();
    this.next = from;
    this.to = to;
    this.first = first;
    this.second = second;
    this.quietThrough = quietThrough;
  }

  @Override
  public boolean next(JourneyBlock block) {
    block.clear();
    while (block.events() < JourneyBlock.TARGET_EVENTS) {
      if (taken == found) {
        if (next == to) {
          break;
        }
        block.leaveOut(lookAhead());
      }
      while (taken < found && block.events() < JourneyBlock.TARGET_EVENTS) {
        take(block, entered[taken++]);
      }
    }
    block.deferTimes(this);
    return block.journeys() > 0 || block.enteredOnly() > 0;
  }

  /// Finds the units that have to be seen among the next ones, in loops without a branch: which
  /// units they are is hard to foresee.
  ///
  /// @return how many need not be seen but entered
  private int lookAhead() {
    long[] present = columns.presence();
    long[] last = columns.last();
    int end = Math.min(to, next + AHEAD);
    int[] units = entered;
    int candidates = 0;
    for (int u = next; u < end; u++) {
      units[candidates] = u;
      candidates += (present[u] & first) != 0 ? 1 : 0;
    }
    int seen = 0;
    for (int i = 0; i < candidates; i++) {
      int u = units[i];
      units[seen] = u;
      seen += (present[u] & second) != 0 | last[u] > quietThrough ? 1 : 0;
    }
    next = end;
    taken = 0;
    found = seen;
    return candidates - seen;
  }

  private void take(JourneyBlock block, int unit) {
    int events = start[unit + 1] - start[unit];
    int at = block.room(events);
    System.arraycopy(columns.code(), start[unit], block.code(), at, events);
    if (block.journeys() == units.length) {
      units = Arrays.copyOf(units, units.length * 2);
    }
    units[block.journeys()] = unit;
    block.end(unit, events);
  }

  @Override
  public void load(int j, long[] into, int from, int end) {
    System.arraycopy(columns.time(), start[units[j]], into, from, end - from);
  }

  @Override
  public boolean gaps(long[] into, int[] starts, int journeys) {
    boolean timed = true;
    for (int j = 0; j < journeys; j++) {
      int from = start[units[j]];
      columns.gaps(from, starts[j + 1] - starts[j], into, starts[j]);
      timed &= columns.isTimed(from);
    }
    return timed;
  }

  @Override
  public long[] held() {
    return columns.time();
  }

  @Override
  public int heldFrom(int j) {
    return start[units[j]];
  }

  @Override
  public void close() {
    // Nothing but memory is held.
  }
}
