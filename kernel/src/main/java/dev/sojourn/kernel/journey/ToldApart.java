package dev.sojourn.kernel.journey;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which events of one name a view tells apart by their properties, so that a code stands for a
/// (name, channel, properties) triple.
///
/// @param events for each event name the properties that matter, and for each property the values
///   that do, as texts; no values when every value matters. Another value counts as a missing one
public record ToldApart(SortedMap<String, SortedMap<String, List<String>>> events) {

  /// Nothing is told apart.
  public static final ToldApart NOTHING = new ToldApart(Collections.emptySortedMap());

  public ToldApart {
    SortedMap<String, SortedMap<String, List<String>>> sorted = new TreeMap<>();
    events.forEach((event, properties) -> {
      SortedMap<String, List<String>> values = new TreeMap<>();
      properties.forEach((p, v) -> values.put(p, v.stream().distinct().sorted().toList()));
      if (!values.isEmpty()) {
        sorted.put(event, Collections.unmodifiableSortedMap(values));
      }
    });
    events = Collections.unmodifiableSortedMap(sorted);
  }

  /// Whether nothing is told apart.
  public boolean isNothing() {
    return events.isEmpty();
  }

  /// Whether a property of an event can be asked for these values.
  public boolean tells(String event, String property, List<String> values) {
    Map<String, List<String>> properties = events.get(event);
    List<String> kept = properties == null ? null : properties.get(property);
    return kept != null && (kept.isEmpty() || kept.containsAll(values));
  }
}
