package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.spec.PathOutcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a path is, bound to a snapshot.
///
/// @param start by touchpoint whether a path begins with it; null when it begins the journey
/// @param end by touchpoint whether a path ends with it; null for no end
/// @param timeoutTicks a gap of more ends a path, or [Long#MAX_VALUE] for no limit
/// @param openFrom a path whose last event is at this tick or later is in progress, or
///   [Long#MAX_VALUE] for none
record PathCut(
    boolean @Nullable [] start,
    boolean @Nullable [] end,
    boolean collapse,
    int maxSteps,
    long timeoutTicks,
    long openFrom) {

  /// Whether steps are counted back from the end.
  boolean isBackward() {
    return start == null && end != null;
  }

  /// Cuts paths out of journeys. Reused from journey to journey; for one thread.
  Cutter cutter() {
    return new Cutter(this);
  }

  /// The path of one journey.
  static final class Cutter {

    private static final long[] NO_TIMES = new long[0];

    private final PathCut cut;
    private char[] code = new char[16];
    private int[] event = new int[16];
    private int length;
    private PathOutcome outcome = PathOutcome.DROPPED;

    private Cutter(PathCut cut) {
      this.cut = cut;
    }

    /// The touchpoints of the path, away from where it is anchored; [#length()] of them.
    char[] code() {
      return code;
    }

    /// The event of the block with which each step begins.
    int[] event() {
      return event;
    }

    /// Steps of the path; 0 when the journey has none.
    int length() {
      return length;
    }

    /// How the path ended.
    PathOutcome outcome() {
      return outcome;
    }

    /// Cuts the path out of journey `j`.
    void of(JourneyBlock block, int j) {
      length = 0;
      int from = block.start()[j];
      int to = block.start()[j + 1];
      int anchor = anchor(block.code(), from, to);
      if (anchor < 0) {
        return;
      }
      long[] time = cut.timeoutTicks == Long.MAX_VALUE ? NO_TIMES : block.timeOf(j);
      if (cut.isBackward()) {
        walk(block.code(), time, anchor, from - 1, -1);
      } else {
        walk(block.code(), time, anchor, to, 1);
      }
    }

    private int anchor(char[] codes, int from, int to) {
      boolean[] first = cut.start;
      boolean[] last = cut.end;
      if (first != null) {
        int i = from;
        while (i < to && !first[codes[i]]) {
          i++;
        }
        return i < to ? i : -1;
      }
      if (last == null) {
        return from;
      }
      int i = to - 1;
      while (i >= from && !last[codes[i]]) {
        i--;
      }
      return i >= from ? i : -1;
    }

    private void walk(char[] codes, long[] time, int anchor, int end, int way) {
      boolean[] arrives = cut.isBackward() ? null : cut.end;
      step(codes[anchor], anchor);
      int at = anchor;
      for (int i = anchor + way; i != end; i += way) {
        if (time.length != 0 && isApart(time[Math.min(i, at)], time[Math.max(i, at)])) {
          outcome = PathOutcome.DROPPED;
          return;
        }
        at = i;
        if (cut.collapse && codes[i] == code[length - 1]) {
          event[length - 1] = Math.min(i, event[length - 1]);
          continue;
        }
        if (length == cut.maxSteps) {
          outcome = PathOutcome.CONTINUES;
          return;
        }
        step(codes[i], i);
        if (arrives != null && arrives[codes[i]]) {
          outcome = PathOutcome.ARRIVED;
          return;
        }
      }
      boolean isOpen = !cut.isBackward() && time.length != 0 && time[at] >= cut.openFrom;
      outcome = isOpen ? PathOutcome.IN_PROGRESS : PathOutcome.DROPPED;
    }

    /// Nothing is known of the gap beside an event without a time: it does not end a path.
    private boolean isApart(long before, long after) {
      return before != JourneyBlock.UNTIMED && after - before > cut.timeoutTicks;
    }

    private void step(char touchpoint, int at) {
      if (length == code.length) {
        code = Arrays.copyOf(code, length * 2);
        event = Arrays.copyOf(event, length * 2);
      }
      code[length] = touchpoint;
      event[length++] = at;
    }
  }
}
