package dev.sojourn.map.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A way from one step to another that the order of the steps does not say.
///
/// @param from the step that is left
/// @param to where it leads; null only for [Kind#EXIT], which leads out of the map
/// @param label words beside the arrow
public record StepLink(
    UUID id,
    UUID from,
    @Nullable UUID to,
    Kind kind,
    @Bounds(min = 1, max = 400) @Nullable String label) {

  /// What taking the link means.
  public enum Kind {
    /// The usual way on.
    NEXT,
    /// Some customers go here instead.
    BRANCH,
    /// Customers go back and do it again.
    LOOP_BACK,
    /// Customers leave here.
    EXIT,
    /// Customers come back after having left.
    RE_ENTRY
  }
}
