package dev.sojourn.kernel.lens;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Journeys read through a lens, and through a period of time: blocks hold touchpoint numbers
/// instead of codes, hidden events are gone, and so are journeys of which nothing is left.
public final class LensedParts {

  private LensedParts() {}

  /// The parts of a snapshot, read through a lens.
  ///
  /// @param fromTick the first tick that is visible, or [Long#MIN_VALUE]: then untimed events are
  ///   too
  /// @param toTick the first tick after, or [Long#MAX_VALUE]
  public static List<? extends JourneyPart> of(
      Journeys journeys, Lens lens, long fromTick, long toTick) {
    boolean always = fromTick == Long.MIN_VALUE && toTick == Long.MAX_VALUE;
    if (lens.isIdentity() && always) {
      return journeys.parts();
    }
    int[] byCode = lens.byCode();
    boolean dense = lens.hidesNothing() && always;
    return journeys.parts().stream()
        .map(p -> new LensedPart(p, byCode, dense, fromTick, toTick))
        .toList();
  }

  /// The parts of a snapshot, read through a lens that hides nothing, for a question about ordered
  /// steps; see [JourneyPart#openEntered].
  ///
  /// @param first numbers of touchpoints that are the first step
  /// @param second the same of the second
  public static List<? extends JourneyPart> entered(
      Journeys journeys, Lens lens, Set<Integer> first, Set<Integer> second, long quietThrough) {
    int[] byCode = lens.byCode();
    Steps steps = new Steps(codes(byCode, first), codes(byCode, second), quietThrough);
    int[] recode = lens.isIdentity() ? new int[0] : byCode;
    return journeys.parts().stream().map(p -> new EnteredPart(p, steps, recode)).toList();
  }

  /// The parts of a snapshot, read through a lens that hides nothing, of which journeys may be left
  /// out that have none of the given touchpoints.
  ///
  /// @param touchpoints numbers of touchpoints
  public static List<? extends JourneyPart> having(
      Journeys journeys, Lens lens, Set<Integer> touchpoints) {
    // No journey has one of them and none of them, so none is counted.
    return entered(journeys, lens, touchpoints, touchpoints, Long.MIN_VALUE);
  }

  private static int[] codes(int[] byCode, Set<Integer> touchpoints) {
    return IntStream.range(0, byCode.length).filter(c -> touchpoints.contains(byCode[c])).toArray();
  }

  private record Steps(int[] first, int[] second, long quietThrough) {}

  /// @param byCode empty when codes are touchpoint numbers already
  private record EnteredPart(JourneyPart part, Steps steps, int[] byCode) implements JourneyPart {

    @Override
    public long units() {
      return part.units();
    }

    @Override
    public long events() {
      return part.events();
    }

    @Override
    public JourneyCursor open() {
      JourneyCursor cursor = part.openEntered(steps.first, steps.second, steps.quietThrough);
      return byCode.length == 0 ? cursor : new RecodingCursor(cursor, byCode);
    }
  }

  private record LensedPart(
      JourneyPart part, int[] byCode, boolean dense, long fromTick, long toTick)
      implements JourneyPart {

    @Override
    public long units() {
      return part.units();
    }

    @Override
    public long events() {
      return part.events();
    }

    @Override
    public JourneyCursor open() {
      JourneyCursor cursor = part.open();
      return dense
          ? new RecodingCursor(cursor, byCode)
          : new HidingCursor(cursor, byCode, fromTick, toTick);
    }
  }

  private record RecodingCursor(JourneyCursor cursor, int[] byCode) implements JourneyCursor {

    @Override
    public boolean next(JourneyBlock block) {
      if (!cursor.next(block)) {
        return false;
      }
      char[] code = block.code();
      for (int i = 0, n = block.events(); i < n; i++) {
        code[i] = (char) byCode[code[i]];
      }
      return true;
    }

    @Override
    public void close() {
      cursor.close();
    }
  }

  private static final class HidingCursor implements JourneyCursor {

    private final JourneyCursor cursor;
    private final int[] byCode;
    private final long fromTick;
    private final long toTick;
    private final JourneyBlock whole = new JourneyBlock();

    HidingCursor(JourneyCursor cursor, int[] byCode, long fromTick, long toTick) {
      this.cursor = cursor;
      this.byCode = byCode;
      this.fromTick = fromTick;
      this.toTick = toTick;
    }

    @Override
    public boolean next(JourneyBlock block) {
      block.clear();
      while (block.journeys() == 0) {
        if (!cursor.next(whole)) {
          return false;
        }
        hide(block);
      }
      return true;
    }

    private void hide(JourneyBlock block) {
      block.room(whole.events());
      int[] start = whole.start();
      char[] code = whole.code();
      long[] time = whole.time();
      char[] outCode = block.code();
      long[] outTime = block.time();
      int at = 0;
      for (int j = 0; j < whole.journeys(); j++) {
        int first = at;
        for (int i = start[j]; i < start[j + 1]; i++) {
          int touchpoint = byCode[code[i]];
          long t = time[i];
          outCode[at] = (char) touchpoint;
          outTime[at] = t;
          // Without a branch: what is hidden is overwritten by what comes next.
          at += touchpoint >= 0 & t >= fromTick & t < toTick ? 1 : 0;
        }
        block.end(whole.unit(j), at - first);
      }
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
