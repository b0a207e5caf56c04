package dev.sojourn.map.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of interaction that people speak of.
///
/// @param channel where it takes place; null when nobody said
/// @param observability how it can be seen at all
/// @param binding the events that are this touchpoint; null when it is not bound
/// @param feedback the answers in which customers say how it was; null when nobody asks
public record Touchpoint(
    UUID id,
    @Bounds(min = 1, max = 400) String name,
    @Nullable ChannelKind channel,
    Observability observability,
    @Nullable Binding binding,
    @Nullable Feedback feedback) {

  /// A touchpoint that nobody asks about.
  public Touchpoint(
      UUID id,
      String name,
      @Nullable ChannelKind channel,
      Observability observability,
      @Nullable Binding binding) {
    this(id, name, channel, observability, binding, null);
  }

  /// How a touchpoint can be seen.
  public enum Observability {
    /// Events show it.
    EVENTS,
    /// Only what customers say shows it.
    FEEDBACK_ONLY,
    /// Nothing shows it.
    NONE,
    /// Nobody said.
    UNKNOWN
  }

  /// Which events are a touchpoint: those with one of the names that also match every property.
  ///
  /// @param events event names, at least one
  /// @param where conditions that all must hold
  public record Binding(List<String> events, List<PropertyMatch> where) {
    public Binding {
      events = List.copyOf(events);
      where = List.copyOf(where);
    }
  }

  /// Which events are answers about a touchpoint, and how the score in them is read.
  ///
  /// @param events event names, at least one
  /// @param where conditions that all must hold
  /// @param score the property whose number is the score
  /// @param worst the score that means -5
  /// @param best the score that means +5; above or below `worst`, not equal
  public record Feedback(
      List<String> events,
      List<PropertyMatch> where,
      @Bounds(min = 1, max = 400) String score,
      @Bounds(min = -1e15, max = 1e15) double worst,
      @Bounds(min = -1e15, max = 1e15) double best) {
    public Feedback {
      events = List.copyOf(events);
      where = List.copyOf(where);
      worst = worst + 0.0;
      best = best + 0.0;
    }
  }

  /// A property whose text is one of the values.
  public record PropertyMatch(@Bounds(min = 1, max = 400) String property, List<String> values) {
    public PropertyMatch {
      values = List.copyOf(values);
    }
  }

  /// Whether events can be counted for it: it is bound, and nothing says that events cannot show
  /// it.
  public boolean isMeasurable() {
    return binding != null
        && (observability == Observability.EVENTS || observability == Observability.UNKNOWN);
  }
}
