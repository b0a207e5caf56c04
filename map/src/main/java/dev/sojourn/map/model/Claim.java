package dev.sojourn.map.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A statement on the map that data could confirm or contradict.
///
/// @param element what it is about: a stage, step, touchpoint, card, emotion point or persona
/// @param other the second element of a claim about two, as the later one of an order; else null
/// @param statement a sentence a person would sign
/// @param expectation what the number must be; null when the type alone says it
/// @param tolerance how far outside the expectation still counts as inside, in the same unit
public record Claim(
    UUID id,
    UUID element,
    @Nullable UUID other,
    Type claimType,
    @Bounds(min = 1, max = 1000) String statement,
    @Nullable Expectation expectation,
    @Bounds(min = 0, max = 1e15) double tolerance) {

  public Claim {
    tolerance = tolerance + 0.0;
  }

  /// Whether its number is how many more leave at one element than at the rest of another: a
  /// difference of two shares, from -1 to 1.
  public boolean isExcess() {
    return claimType == Type.DROP_OFF && other != null;
  }

  /// What is claimed.
  public enum Type {
    /// Customers come to it: a share.
    OCCURS,
    /// One comes before the other: a share of those who come to both.
    ORDER,
    /// A share of contacts through a channel.
    CHANNEL_SHARE,
    /// Time in seconds.
    DURATION,
    /// A share who leave; with a second element, how much larger it is than in the rest of that
    /// one.
    DROP_OFF,
    /// A count.
    VOLUME,
    /// A share who have to come again.
    REPEAT_CONTACT,
    /// A mean feeling, -5 to +5.
    SENTIMENT,
    /// A metric against a number.
    METRIC_THRESHOLD,
    /// A role of the buying group takes part.
    ROLE_PRESENT
  }

  /// Bounds of a number, inclusive; at least one is given. Shares are 0 to 1, durations seconds.
  public record Expectation(
      @Bounds(min = -1e15, max = 1e15) @Nullable Double atLeast,
      @Bounds(min = -1e15, max = 1e15) @Nullable Double atMost) {}
}
