package dev.sojourn.kernel.spec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A half-open stretch of time `[from, to)`.
///
/// @param from the first instant inside, or null for no lower bound
/// @param to the first instant after, or null for no upper bound
public record Period(@Nullable Instant from, @Nullable Instant to) {

  /// All of time.
  public static final Period ALWAYS = new Period(null, null);

  /// Whether an instant is inside.
  public boolean contains(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }
}
