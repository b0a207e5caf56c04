package dev.sojourn.server.home.internal;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.home.HomeAnswers.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// A map as it is now.
///
/// @param laidOver with its latest check laid over it
/// @param elements the ids of what is on it
record MapNow(StoredMap stored, JourneyMap laidOver, Set<UUID> elements) {

  MapNow {
    elements = Set.copyOf(elements);
  }

  static MapNow of(StoredMap stored, JourneyMap laidOver) {
    JourneyMap map = stored.map();
    Set<UUID> elements = new HashSet<>();
    map.personas().forEach(e -> elements.add(e.id()));
    map.stages().forEach(e -> elements.add(e.id()));
    map.steps().forEach(e -> elements.add(e.id()));
    map.cards().forEach(e -> elements.add(e.id()));
    map.touchpoints().forEach(e -> elements.add(e.id()));
    map.emotions().forEach(e -> elements.add(e.id()));
    return new MapNow(stored, laidOver, elements);
  }

  boolean has(UUID element) {
    return elements.contains(element);
  }

  Place place() {
    return new Place(stored.id(), stored.map().title());
  }
}
