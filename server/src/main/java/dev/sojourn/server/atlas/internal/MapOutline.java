package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.atlas.MapSummary;
import java.util.List;

/// What a list shows of a map, kept beside it so that lists need not read whole documents.
record MapOutline(
    String key,
    String title,
    JourneyMap.MapType mapType,
    JourneyMap.State state,
    JourneyMap.Status status,
    int stages,
    int steps,
    List<MapSummary.Named> personas) {

  MapOutline {
    personas = List.copyOf(personas);
  }

  static MapOutline of(JourneyMap map) {
    return new MapOutline(
        map.key(),
        map.title(),
        map.mapType(),
        map.state(),
        map.status(),
        map.stages().size(),
        map.steps().size(),
        map.personas().stream()
            .map(p -> new MapSummary.Named(p.id().toString(), p.name()))
            .toList());
  }
}
