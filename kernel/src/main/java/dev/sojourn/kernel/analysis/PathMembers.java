package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.spec.PathOutcome;
import org.jspecify.annotations.Nullable;

/// Journeys whose path is at some touchpoints at a step, at the event with which that step begins.
/// For one thread.
final class PathMembers implements Members {

  private final PathCut.Cutter cutter;
  private final int place;
  private final boolean[] here;
  private final int next;
  private final boolean @Nullable [] there;
  private final @Nullable PathOutcome outcome;

  /// @param place the step, from 0
  /// @param here by touchpoint whether the path may be there
  /// @param next the step on the other side of a link, from 0
  /// @param there the same for that step; null for no link
  /// @param outcome how the path ends at the step; null for anyhow
  PathMembers(
      PathCut cut,
      int place,
      boolean[] here,
      int next,
      boolean @Nullable [] there,
      @Nullable PathOutcome outcome) {
    cutter = cut.cutter();
    this.place = place;
    this.here = here;
    this.next = next;
    this.there = there;
    this.outcome = outcome;
  }

  @Override
  public int place(JourneyBlock block, int j) {
    cutter.of(block, j);
    boolean inside =
        place < cutter.length()
            && here[cutter.code()[place]]
            && (outcome == null || endsHere())
            && (there == null || goesThere(there));
    return inside ? cutter.event()[place] : -1;
  }

  private boolean endsHere() {
    return place == cutter.length() - 1 && cutter.outcome() == outcome;
  }

  private boolean goesThere(boolean[] wanted) {
    return next < cutter.length() && wanted[cutter.code()[next]];
  }
}
