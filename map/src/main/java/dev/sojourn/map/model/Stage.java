package dev.sojourn.map.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of the journey with a goal of its own; a column of the map.
///
/// @param customerGoal what the customer wants here, in the customer's words
public record Stage(
    UUID id,
    @Bounds(min = 1, max = 200) String name,
    Kind stageKind,
    @Bounds(min = 1, max = 1000) @Nullable String customerGoal) {

  /// The field's usual stages.
  public enum Kind {
    NEED_RECOGNITION,
    AWARENESS,
    CONSIDERATION,
    EVALUATION,
    TRIAL,
    PURCHASE,
    ONBOARDING,
    EXPERIENCE,
    SUPPORT,
    RETENTION_RENEWAL,
    LOYALTY,
    ADVOCACY,
    EXIT,
    CUSTOM
  }
}
