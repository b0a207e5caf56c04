package dev.sojourn.store.journeys.column;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;

/// Copies runs of neighbouring units of a partition into blocks, and their times as absolute ticks
/// when they are asked for: many questions need those of a few units only. For one thread.
public final class RunReader {

  private final Partition partition;
  private final long firstNumber;
  private final long scale;
  private final int[] start = new int[JourneyBlock.TARGET_EVENTS + 1];
  private final long[] first = new long[JourneyBlock.TARGET_EVENTS];
  private int[] gaps = new int[JourneyBlock.TARGET_EVENTS];
  private long[] running = new long[JourneyBlock.TARGET_EVENTS];
  private byte[] narrow = new byte[JourneyBlock.TARGET_EVENTS];

  /// Opens a reader.
  ///
  /// @param firstNumber the number of the first unit of the partition in its snapshot
  /// @param tick the unit of time of the snapshot, not coarser than that of the partition
  public RunReader(Partition partition, long firstNumber, Tick tick) {
    this.partition = partition;
    this.firstNumber = firstNumber;
    this.scale = tick.perSecond() / partition.tick().perSecond();
  }

  /// Appends units to a block until it is full, without their times. Into an empty block at least
  /// one unit goes, however long it is.
  ///
  /// @param from the first unit
  /// @param to the unit to end before
  /// @return the unit to go on with
  public int fill(JourneyBlock block, int from, int to) {
    int room = JourneyBlock.TARGET_EVENTS - block.events();
    int offered = Math.min(to - from, room);
    if (offered <= 0) {
      return from;
    }
    partition.starts(from, start, offered + 1);
    int end = start[0] + room;
    int units = 0;
    while (units < offered && start[units + 1] <= end) {
      units++;
    }
    if (units == 0) {
      if (block.events() > 0) {
        return from;
      }
      units = 1;
    }
    int events = start[units] - start[0];
    int at = block.room(events);
    codes(block.code(), at, events);
    for (int u = 0; u < units; u++) {
      block.end(firstNumber + from + u, start[u + 1] - start[u]);
    }
    return from + units;
  }

  /// Writes the times of one unit.
  ///
  /// @param at where its first time goes
  public void times(int unit, long[] time, int at) {
    int from = partition.start(unit);
    int to = partition.start(unit + 1);
    int escape = partition.longGapCount() == 0 ? 0 : partition.longGapFrom(from);
    int events = to - from;
    room(events);
    partition.gaps(from, gaps, events);
    int[] gap = gaps;
    long t = partition.firstTime(unit);
    time[at] = t;
    for (int i = 1; i < events; i++) {
      t += gap[i] == -1 ? partition.longGap(escape++) : gap[i] & 0xFFFFFFFFL;
      time[at + i] = t;
    }
    scale(time, at, events);
  }

  /// When the last event of a unit was, or [JourneyBlock#UNTIMED].
  public long lastTime(int unit) {
    int from = partition.start(unit);
    int to = partition.start(unit + 1);
    int escape = partition.longGapCount() == 0 ? 0 : partition.longGapFrom(from);
    long t = partition.firstTime(unit);
    boolean plain = escape == partition.longGapCount() || partition.longGapEvent(escape) >= to;
    for (int event = from + 1; event < to; event++) {
      int gap = partition.gap(event);
      t += plain || gap != -1 ? gap & 0xFFFFFFFFL : partition.longGap(escape++);
    }
    return t == JourneyBlock.UNTIMED ? t : t * scale;
  }

  /// Writes the times of neighbouring units that [#fill(JourneyBlock, int, int)] put into one
  /// block.
  ///
  /// @param at where the first time of the first unit goes
  public void times(int unit, int units, long[] time, int at) {
    partition.starts(unit, start, units + 1);
    partition.firstTimes(unit, first, units);
    int events = start[units] - start[0];
    room(events);
    partition.gaps(start[0], gaps, events);
    int escape = partition.longGapFrom(start[0]);
    if (escape < partition.longGapCount() && partition.longGapEvent(escape) < start[units]) {
      sumWithLongGaps(time, at, units, escape);
    } else {
      sum(time, at, units, events);
    }
    scale(time, at, events);
  }

  /// Writes the ticks between each event and the one before it, 0 for the first of a unit, of
  /// neighbouring units that [#fill(JourneyBlock, int, int)] put into one block.
  ///
  /// @param at where the first gap of the first unit goes
  /// @return false when an event has no time; what was written then means nothing
  public boolean gaps(int unit, int units, long[] gap, int at) {
    partition.starts(unit, start, units + 1);
    partition.firstTimes(unit, first, units);
    for (int u = 0; u < units; u++) {
      // Events without a time come first.
      if (first[u] == JourneyBlock.UNTIMED) {
        return false;
      }
    }
    int events = start[units] - start[0];
    room(events);
    partition.gaps(start[0], gaps, events);
    for (int i = 0; i < events; i++) {
      gap[at + i] = (gaps[i] & 0xFFFFFFFFL) * scale;
    }
    for (int e = partition.longGapFrom(start[0]);
        e < partition.longGapCount() && partition.longGapEvent(e) < start[units];
        e++) {
      gap[at + partition.longGapEvent(e) - start[0]] = partition.longGap(e) * scale;
    }
    return true;
  }

  private void room(int events) {
    if (gaps.length < events) {
      gaps = new int[events];
      running = new long[events];
    }
  }

  private void scale(long[] time, int at, int events) {
    if (scale != 1) {
      for (int i = at; i < at + events; i++) {
        time[i] = time[i] == JourneyBlock.UNTIMED ? time[i] : time[i] * scale;
      }
    }
  }

  private void codes(char[] code, int at, int events) {
    if (!partition.hasNarrowCodes()) {
      partition.wideCodes(start[0], code, at, events);
      return;
    }
    if (narrow.length < events) {
      narrow = new byte[events];
    }
    partition.narrowCodes(start[0], narrow, events);
    for (int i = 0; i < events; i++) {
      code[at + i] = (char) (narrow[i] & 0xFF);
    }
  }

  /// Sums the gaps in passes over the whole block. A loop a unit would be shorter, but journeys are
  /// short too, and the processor mispredicts the end of each.
  private void sum(long[] time, int at, int units, int events) {
    int[] gap32 = gaps;
    long[] sums = running;
    long sum = 0;
    for (int i = 0; i < events; i++) {
      long gap = gap32[i] & 0xFFFFFFFFL;
      sum += gap;
      sums[i] = sum;
      time[at + i] = gap;
    }
    // In the place of the first gap of a unit, which is 0, goes the step from the last time of the
    // unit before; one sum over all then gives every time.
    int base = start[0];
    time[at] = first[0];
    for (int u = 1; u < units; u++) {
      int event = start[u] - base;
      long span = sums[event] - sums[start[u - 1] - base];
      time[at + event] = first[u] - first[u - 1] - span;
    }
    long t = 0;
    for (int i = at; i < at + events; i++) {
      t += time[i];
      time[i] = t;
    }
  }

  private void sumWithLongGaps(long[] time, int at, int units, int firstEscape) {
    int base = start[0];
    int escape = firstEscape;
    for (int u = 0; u < units; u++) {
      long t = first[u];
      time[at + start[u] - base] = t;
      for (int event = start[u] + 1; event < start[u + 1]; event++) {
        if (gaps[event - base] == -1) {
          t += partition.longGap(escape++);
        } else {
          t += gaps[event - base] & 0xFFFFFFFFL;
        }
        time[at + event - base] = t;
      }
    }
  }
}
