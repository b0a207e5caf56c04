package dev.sojourn.kernel.result;

import dev.sojourn.kernel.spec.UnitPage.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The units inside a count, one page of them, and where they go next.
///
/// @param total how many are inside; the count that was opened
/// @param units those of the page, in its order
/// @param next where the next page begins; null when this one is the last
/// @param after units by the touchpoint that directly follows the place the count looks at, most
///   first
/// @param nothingAfter units of which nothing visible follows that place
/// @param lasts units by their last visible touchpoint, most first
public record Inside(
    long total,
    List<Unit> units,
    @Nullable Position next,
    List<Tally> after,
    long nothingAfter,
    List<Tally> lasts) {

  /// One unit, described by its visible events.
  ///
  /// @param id the public id
  /// @param events how many
  /// @param firstTime null when none has a time
  /// @param lastTime null when none has a time
  /// @param last the touchpoint of the last one
  public record Unit(
      String id,
      long events,
      @Nullable Instant firstTime,
      @Nullable Instant lastTime,
      String last) {}

  /// Units that have a touchpoint at a place.
  public record Tally(String touchpoint, long units) {}
}
