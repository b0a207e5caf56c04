package dev.sojourn.store.journeys.column;

import dev.sojourn.kernel.journey.Tick;
import java.lang.foreign.MemorySegment;

/// What a partition file says of itself.
///
/// @param units units with their events in this file
/// @param events their events
/// @param tick the unit of its gaps and times
/// @param codeBytes bytes a code takes: 1 or 2
/// @param through the latest time in ticks, or the least `long` when no event has one
record PartitionInfo(int units, int events, Tick tick, int codeBytes, long through) {

  MemorySegment toSegment() {
    return MemorySegment.ofArray(
        new long[] {units, events, tick.ordinal(), codeBytes, through, 0, 0, 0});
  }

  static PartitionInfo of(MemorySegment info) {
    return new PartitionInfo(
        Math.toIntExact(info.get(ColumnFile.LONG, 0)),
        Math.toIntExact(info.get(ColumnFile.LONG, 8)),
        Tick.values()[Math.toIntExact(info.get(ColumnFile.LONG, 16))],
        Math.toIntExact(info.get(ColumnFile.LONG, 24)),
        info.get(ColumnFile.LONG, 32));
  }
}
