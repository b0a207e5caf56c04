package dev.sojourn.kernel.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which events a question can see. A unit without a visible event is not part of the answer.
///
/// @param names the visible event names, sorted; empty when every name is
/// @param properties for each property name the values of which an event must have one, sorted; the
///   text of the value decides, so a number matches as it was written; empty when no property
///   matters
public record EventFilter(List<String> names, Map<String, List<String>> properties) {

  /// Sees everything.
  public static final EventFilter ALL = new EventFilter(List.of(), Map.of());

  public EventFilter {
    names = names.stream().distinct().sorted().toList();
    Map<String, List<String>> sorted = new TreeMap<>(Comparator.naturalOrder());
    properties.forEach((k, v) -> sorted.put(k, v.stream().distinct().sorted().toList()));
    properties = java.util.Collections.unmodifiableMap(sorted);
  }

  /// Whether nothing is hidden.
  public boolean seesEverything() {
    return names.isEmpty() && properties.isEmpty();
  }
}
