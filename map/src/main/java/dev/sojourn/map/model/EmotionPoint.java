package dev.sojourn.map.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a customer feels at a step, as drawn.
///
/// @param persona whose feeling; null for everybody's
/// @param valence -5 (bad) to +5 (good)
/// @param source what the drawing rests on
/// @param quote in the customer's words
public record EmotionPoint(
    UUID id,
    UUID step,
    @Nullable UUID persona,
    @Bounds(min = -5, max = 5) double valence,
    Source source,
    @Bounds(min = 1, max = 1000) @Nullable String quote) {

  public EmotionPoint {
    valence = valence + 0.0;
  }

  /// What a drawn feeling rests on.
  public enum Source {
    SELF_REPORTED,
    OBSERVED,
    SENTIMENT_ANALYSIS,
    ASSUMED
  }
}
