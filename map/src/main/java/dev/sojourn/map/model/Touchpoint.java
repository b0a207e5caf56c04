package dev.sojourn.map.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of interaction that people speak of.
///
/// @param channel where it takes place; null when nobody said
/// @param observability how it can be seen at all
/// @param binding the events that are this touchpoint; null when it is not bound
public record Touchpoint(
    UUID id,
    @Bounds(min = 1, max = 400) String name,
    @Nullable ChannelKind channel,
    Observability observability,
    @Nullable Binding binding) {

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
