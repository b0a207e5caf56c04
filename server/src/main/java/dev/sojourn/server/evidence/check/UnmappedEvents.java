package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.server.evidence.walk.Walk;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What customers do that no touchpoint of a map speaks of.
public final class UnmappedEvents {

  private UnmappedEvents() {}

  /// An event name that nothing on the map is bound to.
  ///
  /// @param customers who have at least one
  public record Unmapped(String name, long customers, long events) {}

  /// The event names that the map does not bind, most customers first.
  public static List<Unmapped> of(JourneyMap map, Journeys journeys, Watch watch) {
    Set<String> bound = new HashSet<>();
    for (Touchpoint touchpoint : map.touchpoints()) {
      if (touchpoint.binding() != null) {
        bound.addAll(touchpoint.binding().events());
      }
      if (touchpoint.feedback() != null) {
        bound.addAll(touchpoint.feedback().events());
      }
    }
    Vocabulary vocabulary = journeys.vocabulary();
    Map<String, Integer> places = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[] byCode = new int[vocabulary.size()];
    for (int code = 0; code < byCode.length; code++) {
      String name = vocabulary.name(code);
      byCode[code] =
          bound.contains(name)
              ? -1
              : places.computeIfAbsent(
                  name,
                  n -> {
                    names.add(n);
                    return names.size() - 1;
                  });
    }
    if (names.isEmpty()) {
      return List.of();
    }
    long[] customers = new long[names.size()];
    long[] events = new long[names.size()];
    Walk.over(
        journeys,
        byCode,
        names.size(),
        "Looking for what is not on the map",
        watch,
        passage -> {
          for (int i = 0; i < passage.length(); i++) {
            int name = passage.touchpoint(i);
            events[name]++;
            customers[name] += passage.first(name) == i ? 1 : 0;
          }
        });
    List<Unmapped> found = new ArrayList<>();
    for (int i = 0; i < customers.length; i++) {
      found.add(new Unmapped(names.get(i), customers[i], events[i]));
    }
    found.removeIf(unmapped -> unmapped.customers() == 0);
    found.sort(
        Comparator.<Unmapped>comparingLong(u -> -u.customers()).thenComparing(Unmapped::name));
    return List.copyOf(found);
  }
}
