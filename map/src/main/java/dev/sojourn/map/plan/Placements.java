package dev.sojourn.map.plan;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which touchpoints are placed at which step. A card over several steps places its touchpoint at
/// the first.
final class Placements {

  private final Map<UUID, Set<Touchpoint>> byStep = new LinkedHashMap<>();

  private Placements() {}

  static Placements of(JourneyMap map) {
    Map<UUID, Touchpoint> touchpoints = new LinkedHashMap<>();
    map.touchpoints().forEach(t -> touchpoints.put(t.id(), t));
    Placements placements = new Placements();
    map.steps().forEach(s -> placements.byStep.put(s.id(), new LinkedHashSet<>()));
    for (Card card : map.cards()) {
      Set<Touchpoint> here = placements.byStep.get(card.fromStep());
      Touchpoint touchpoint = card.touchpoint() == null ? null : touchpoints.get(card.touchpoint());
      if (here != null && touchpoint != null) {
        here.add(touchpoint);
      }
    }
    return placements;
  }

  List<Touchpoint> at(UUID step) {
    return List.copyOf(byStep.getOrDefault(step, Set.of()));
  }

  /// Every touchpoint that is placed, once, in the order of the steps.
  List<Touchpoint> all() {
    Set<Touchpoint> all = new LinkedHashSet<>();
    byStep.values().forEach(all::addAll);
    return new ArrayList<>(all);
  }
}
