package dev.sojourn.kernel.journey;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A few thousand events of whole journeys, as plain arrays that fit a core's cache.
///
/// A cursor fills it, views and lenses rewrite it, folds read it; the arrays are reused from call
/// to call, so nothing keeps them. The arrays are longer than what is filled: journey `j` is at
/// `[start()[j], start()[j + 1])` for `j < journeys()`. For one thread.
public final class JourneyBlock {

  /// How many events a cursor puts into a block when journeys are short.
  public static final int TARGET_EVENTS = 8_192;

  /// The time of an event that has none.
  public static final long UNTIMED = Long.MIN_VALUE;

  private int journeys;
  private int enteredOnly;
  private int[] start = new int[1_025];
  private long[] unit = new long[1_024];
  private char[] code = new char[TARGET_EVENTS];
  private long[] time = new long[TARGET_EVENTS];
  private @Nullable TimeSource deferred;
  private boolean[] loaded = new boolean[1_024];
  private long[] gap = new long[0];

  /// Journeys in the block.
  public int journeys() {
    return journeys;
  }

  /// Journeys that are not in the block because that much is known of them: they have the first
  /// step and not the second; see [JourneyPart#openEntered].
  public int enteredOnly() {
    return enteredOnly;
  }

  /// Tells of journeys that were left out and counted.
  public void leaveOut(int entered) {
    enteredOnly += entered;
  }

  /// Events in the block.
  public int events() {
    return start[journeys];
  }

  /// Where each journey begins; one more entry than journeys.
  public int[] start() {
    return start;
  }

  /// The code of each event, an unsigned 16-bit number.
  public char[] code() {
    return code;
  }

  /// The time of each event in ticks since the epoch, or [#UNTIMED]. Never decreasing inside a
  /// journey.
  public long[] time() {
    TimeSource source = deferred;
    if (source != null) {
      source.loadAll(time, start, journeys);
      deferred = null;
    }
    return time;
  }

  /// As [#time()], but only the times of journey `j` are sure to be there: for folds that need the
  /// times of a few journeys.
  public long[] timeOf(int j) {
    TimeSource source = deferred;
    if (source != null) {
      load(source, j);
    }
    return time;
  }

  /// An array with the times of journey `j` from [#heldTimeStart(int)] on, not to be changed: for
  /// folds that need few of them, which are then not copied when the source has them as they are.
  public long[] heldTimeOf(int j) {
    TimeSource source = deferred;
    long[] held = source == null ? null : source.held();
    return held == null ? timeOf(j) : held;
  }

  /// Where the times of journey `j` begin in the array that [#heldTimeOf(int)] gives.
  public int heldTimeStart(int j) {
    TimeSource source = deferred;
    return source == null || source.held() == null ? start[j] : source.heldFrom(j);
  }

  /// The ticks between each event and the one before it in its journey, 0 for the first of a
  /// journey; null when an event of the block has no time. Costs less than the times where the
  /// source stores it so.
  public long @Nullable [] gaps() {
    int events = events();
    if (gap.length < events) {
      gap = new long[code.length];
    }
    TimeSource source = deferred;
    boolean timed = source == null ? gapsOfTimes(events) : source.gaps(gap, start, journeys);
    return timed ? gap : null;
  }

  private boolean gapsOfTimes(int events) {
    for (int i = 1; i < events; i++) {
      gap[i] = time[i] - time[i - 1];
    }
    for (int j = 0; j < journeys; j++) {
      // Events without a time come first.
      if (time[start[j]] == UNTIMED) {
        return false;
      }
      gap[start[j]] = 0;
    }
    return true;
  }

  private void load(TimeSource source, int j) {
    if (!loaded[j]) {
      source.load(j, time, start[j], start[j + 1]);
      loaded[j] = true;
    }
  }

  /// Leaves the times of all journeys of the block to be loaded when they are asked for. A cursor
  /// calls it after the last journey; the source must be able to answer until the block is cleared.
  public void deferTimes(TimeSource source) {
    if (loaded.length < journeys) {
      loaded = new boolean[unit.length];
    } else {
      Arrays.fill(loaded, 0, journeys, false);
    }
    deferred = source;
  }

  /// Where the times of a block come from when they are asked for.
  public interface TimeSource {

    /// Writes the times of journey `j` of the block to `[from, to)`.
    void load(int j, long[] time, int from, int to);

    /// Writes the ticks between each event and the one before it, 0 for the first of a journey.
    ///
    /// @return false when an event has no time; what was written then means nothing
    boolean gaps(long[] gap, int[] start, int journeys);

    /// An array that has all times already, so that they need not be copied for folds that want few
    /// of them; null when there is none.
    default long @Nullable [] held() {
      return null;
    }

    /// Where the times of journey `j` begin in the array that is held.
    default int heldFrom(int j) {
      throw new UnsupportedOperationException("no times are held");
    }

    /// Writes the times of the first `journeys` journeys of the block, journey `j` to `[start[j],
    /// start[j + 1])`; for sources to which all at once costs less than one by one.
    default void loadAll(long[] time, int[] start, int journeys) {
      for (int j = 0; j < journeys; j++) {
        load(j, time, start[j], start[j + 1]);
      }
    }
  }

  /// The number of the unit that made journey `j`, for [Journeys#unitId(long)].
  public long unit(int j) {
    return unit[j];
  }

  /// Empties the block.
  public void clear() {
    journeys = 0;
    enteredOnly = 0;
    start[0] = 0;
    deferred = null;
  }

  /// Makes room for more events behind those that are there.
  ///
  /// @return the index at which they are to be written
  public int room(int events) {
    int at = start[journeys];
    int needed = Math.addExact(at, events);
    if (needed > code.length) {
      int capacity = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, code.length * 2L));
      code = Arrays.copyOf(code, capacity);
      time = Arrays.copyOf(time, capacity);
    }
    return at;
  }

  /// Ends a journey: its events were written at the index that [#room(int)] gave.
  ///
  /// @param events how many; a journey without events is not one and is left out
  public void end(long unitNumber, int events) {
    if (events == 0) {
      return;
    }
    if (journeys == unit.length) {
      unit = Arrays.copyOf(unit, journeys * 2);
      start = Arrays.copyOf(start, journeys * 2 + 1);
    }
    unit[journeys] = unitNumber;
    start[journeys + 1] = start[journeys] + events;
    journeys++;
  }

  /// Adds a journey by copying.
  public void add(long unitNumber, char[] codes, long[] times, int from, int to) {
    int at = room(to - from);
    System.arraycopy(codes, from, code, at, to - from);
    System.arraycopy(times, from, time, at, to - from);
    end(unitNumber, to - from);
  }
}
