package dev.sojourn.server.evidence.walk;

import dev.sojourn.kernel.journey.JourneyBlock;
import java.util.Arrays;

/// One journey, reduced to the events that are touchpoints. Reused from journey to journey, so that
/// nothing keeps it. For one thread.
public final class Passage {

  private static final int NOWHERE = -1;

  private final int[] first;
  private final int[] times;
  private int length;
  private int events;
  private long unit;
  private int[] touchpoint = new int[256];
  private int[] code = new int[256];
  private long[] time = new long[256];

  Passage(int touchpoints) {
    first = new int[touchpoints];
    times = new int[touchpoints];
    Arrays.fill(first, NOWHERE);
  }

  void read(JourneyBlock block, int journey, int[] byCode) {
    for (int i = 0; i < length; i++) {
      first[touchpoint[i]] = NOWHERE;
      times[touchpoint[i]] = 0;
    }
    int from = block.start()[journey];
    int to = block.start()[journey + 1];
    if (to - from > touchpoint.length) {
      int room = Math.max(to - from, touchpoint.length * 2);
      touchpoint = new int[room];
      code = new int[room];
      time = new long[room];
    }
    unit = block.unit(journey);
    events = to - from;
    length = 0;
    for (int i = from; i < to; i++) {
      int t = byCode[block.code()[i]];
      if (t >= 0) {
        if (first[t] == NOWHERE) {
          first[t] = length;
        }
        times[t]++;
        touchpoint[length] = t;
        code[length] = block.code()[i];
        time[length] = block.time()[i];
        length++;
      }
    }
  }

  /// The number of the unit, for [dev.sojourn.kernel.journey.Journeys#unitId(long)].
  public long unit() {
    return unit;
  }

  /// Events of the journey, whether they are touchpoints or not.
  public int events() {
    return events;
  }

  /// Events that are touchpoints.
  public int length() {
    return length;
  }

  /// The touchpoint at a place, from 0 to below [#length()].
  public int touchpoint(int at) {
    return touchpoint[at];
  }

  /// The code of the event at a place.
  public int code(int at) {
    return code[at];
  }

  /// The time at a place in ticks, or [JourneyBlock#UNTIMED].
  public long time(int at) {
    return time[at];
  }

  /// Whether the journey comes to a touchpoint.
  public boolean has(int t) {
    return first[t] != NOWHERE;
  }

  /// The place at which the journey first comes to a touchpoint that it has.
  public int first(int t) {
    return first[t];
  }

  /// How often the journey comes to a touchpoint.
  public int times(int t) {
    return times[t];
  }

  /// The first place of any of some touchpoints; -1 when the journey has none of them.
  public int firstOf(int[] some) {
    int least = NOWHERE;
    for (int t : some) {
      if (has(t) && (least == NOWHERE || first[t] < least)) {
        least = first[t];
      }
    }
    return least;
  }

  /// How often the journey comes to any of some touchpoints.
  public int timesOf(int[] some) {
    int sum = 0;
    for (int t : some) {
      sum += times[t];
    }
    return sum;
  }
}
