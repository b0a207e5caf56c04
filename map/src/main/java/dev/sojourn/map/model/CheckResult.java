package dev.sojourn.map.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What data said about a claim.
///
/// @param n units that the number rests on
/// @param needed units that would have been enough; null unless there were too few
/// @param observed the number, in the unit of the claim's type; null when undefined
/// @param low lower end of its 95 % interval
/// @param high upper end
/// @param from first instant of the data, null when unknown
/// @param to first instant after it; null when unknown
/// @param sentence what events show, never why
/// @param dataFingerprint names the data, so that the check can be repeated
public record CheckResult(
    UUID claim,
    Verdict verdict,
    @Bounds(min = 0, max = 1e15) long n,
    @Bounds(min = 0, max = 1e15) @Nullable Long needed,
    @Bounds(min = -1e15, max = 1e15) @Nullable Double observed,
    @Bounds(min = -1e15, max = 1e15) @Nullable Double low,
    @Bounds(min = -1e15, max = 1e15) @Nullable Double high,
    @Nullable Instant from,
    @Nullable Instant to,
    @Bounds(min = 1, max = 1000) String sentence,
    @Bounds(min = 1, max = 400) @Nullable String dataFingerprint) {

  /// How a check came out.
  public enum Verdict {
    CONFIRMED,
    CONTRADICTED,
    INCONCLUSIVE,
    NOT_ENOUGH_DATA,
    NOT_MEASURABLE,
    NOT_RUN
  }
}
