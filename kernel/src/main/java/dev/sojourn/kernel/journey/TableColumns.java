package dev.sojourn.kernel.journey;

import java.util.Arrays;

/// The columns of a [JourneyTable]. Not to be changed.
///
/// @param start where the journey of each unit begins, one more entry than units
/// @param code the code of each event
/// @param time ticks, never decreasing inside a journey
/// @param gap the ticks since the event before in the journey, half as wide as times, or
///   [#LONG_GAP]
/// @param everyTimed whether every event has a time
/// @param presence for each unit a bit for each code modulo 64 that occurs in its journey
/// @param last the time of the last event of each unit
record TableColumns(
    int[] start,
    char[] code,
    long[] time,
    int[] gap,
    boolean everyTimed,
    long[] presence,
    long[] last) {

  private static final int LONG_GAP = -1;
  private static final long LONG_GAP_UNSIGNED = 0xFFFF_FFFFL;

  /// Derives what follows from the first three, which are kept, not copied.
  static TableColumns of(int[] start, char[] code, long[] time) {
    int units = start.length - 1;
    return new TableColumns(
        start,
        code,
        time,
        gaps(start, time, units),
        Arrays.stream(time).noneMatch(t -> t == JourneyBlock.UNTIMED),
        presence(start, code, units),
        last(start, time, units));
  }

  /// For each unit a bit for each code modulo 64 that occurs in its journey.
  private static long[] presence(int[] start, char[] code, int units) {
    long[] presence = new long[units];
    for (int u = 0; u < units; u++) {
      long bits = 0;
      for (int i = start[u]; i < start[u + 1]; i++) {
        bits |= 1L << code[i];
      }
      presence[u] = bits;
    }
    return presence;
  }

  /// The ticks since the event before in the journey, half as wide as times, or [#LONG_GAP] where
  /// that does not fit.
  private static int[] gaps(int[] start, long[] time, int units) {
    int[] gaps = new int[time.length];
    for (int i = 1; i < time.length; i++) {
      long ticks = time[i] - time[i - 1];
      gaps[i] = ticks >= 0 && ticks < LONG_GAP_UNSIGNED ? (int) ticks : LONG_GAP;
    }
    for (int u = 0; u < units; u++) {
      if (start[u] < start[u + 1]) {
        gaps[start[u]] = 0;
      }
    }
    return gaps;
  }

  /// Writes the gaps of `events` events from one on.
  void gaps(int from, int events, long[] into, int at) {
    boolean allFit = true;
    for (int i = 0; i < events; i++) {
      int ticks = gap[from + i];
      into[at + i] = ticks & LONG_GAP_UNSIGNED;
      allFit &= ticks != LONG_GAP;
    }
    for (int i = 0; i < events && !allFit; i++) {
      if (into[at + i] == LONG_GAP_UNSIGNED) {
        into[at + i] = time[from + i] - time[from + i - 1];
      }
    }
  }

  /// The time of the last event of each unit.
  private static long[] last(int[] start, long[] time, int units) {
    long[] last = new long[units];
    for (int u = 0; u < units; u++) {
      last[u] = start[u] == start[u + 1] ? JourneyBlock.UNTIMED : time[start[u + 1] - 1];
    }
    return last;
  }

  /// Whether an event has a time.
  boolean isTimed(int event) {
    return everyTimed || time[event] != JourneyBlock.UNTIMED;
  }
}
