package dev.sojourn.store.journeys.column;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import java.util.Arrays;

/// Copies runs of neighbouring units of a partition into blocks, times as absolute ticks. For one
/// thread.
///
/// Times of a run that fills an empty block are left until they are asked for: many questions need
/// those of a few units only.
public final class RunReader implements JourneyBlock.TimeSource {

  private final Partition partition;
  private final long firstNumber;
  private final long scale;
  private final int[] start = new int[JourneyBlock.TARGET_EVENTS + 1];
  private final long[] first = new long[JourneyBlock.TARGET_EVENTS];
  private int[] gaps = new int[JourneyBlock.TARGET_EVENTS];
  private byte[] narrow = new byte[JourneyBlock.TARGET_EVENTS];
  private int eventsOfRun;
  private boolean gapsCopied;

  /// Opens a reader.
  ///
  /// @param firstNumber the number of the first unit of the partition in its snapshot
  /// @param tick the unit of time of the snapshot, not coarser than that of the partition
  public RunReader(Partition partition, long firstNumber, Tick tick) {
    this.partition = partition;
    this.firstNumber = firstNumber;
    this.scale = tick.perSecond() / partition.tick().perSecond();
  }

  /// Appends units to a block until it is full. Into an empty block at least one unit goes, however
  /// long it is.
  ///
  /// @param from the first unit
  /// @param to the unit to end before
  /// @return the unit to go on with
  public int fill(JourneyBlock block, int from, int to) {
    // What an earlier run left open has to be there before this one overwrites its source.
    block.time();
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
    partition.firstTimes(from, first, units);
    int events = start[units] - start[0];
    boolean later = block.events() == 0 && !hasLongGaps(units);
    int at = block.room(events);
    codes(block.code(), at, events);
    if (!later) {
      times(block.time(), at, units, events);
    }
    for (int u = 0; u < units; u++) {
      block.end(firstNumber + from + u, start[u + 1] - start[u]);
    }
    if (later) {
      gapsCopied = false;
      eventsOfRun = events;
      block.deferTimes(this);
    }
    return from + units;
  }

  private boolean hasLongGaps(int units) {
    int escape = partition.longGapFrom(start[0]);
    return escape < partition.longGapCount() && partition.longGapEvent(escape) < start[units];
  }

  @Override
  public void load(int j, long[] time, int from, int to) {
    if (!gapsCopied) {
      copyGaps(eventsOfRun);
      gapsCopied = true;
    }
    long t = first[j];
    if (t == JourneyBlock.UNTIMED) {
      Arrays.fill(time, from, to, t);
      return;
    }
    int gap = start[j] - start[0];
    time[from] = t * scale;
    for (int i = from + 1; i < to; i++) {
      t += gaps[++gap] & 0xFFFFFFFFL;
      time[i] = t * scale;
    }
  }

  private void copyGaps(int events) {
    if (gaps.length < events) {
      gaps = new int[events];
    }
    partition.gaps(start[0], gaps, events);
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

  private void times(long[] time, int at, int units, int events) {
    copyGaps(events);
    if (hasLongGaps(units)) {
      sumWithLongGaps(time, at, units, partition.longGapFrom(start[0]));
    } else {
      sum(time, at, units);
    }
    if (scale != 1) {
      for (int i = at; i < at + events; i++) {
        time[i] = time[i] == JourneyBlock.UNTIMED ? time[i] : time[i] * scale;
      }
    }
  }

  private void sum(long[] time, int at, int units) {
    int base = start[0];
    int shift = at - base;
    for (int u = 0; u < units; u++) {
      int event = start[u];
      int end = start[u + 1];
      long t = first[u];
      time[shift + event] = t;
      for (event++; event < end; event++) {
        t += gaps[event - base] & 0xFFFFFFFFL;
        time[shift + event] = t;
      }
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
