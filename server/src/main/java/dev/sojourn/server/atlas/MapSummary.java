package dev.sojourn.server.atlas;

import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map in a list.
///
/// @param stages how many it has
/// @param steps how many it has
/// @param checkedAt when it was last held against the data; null when never
/// @param marks how many claims there are at each level, when it was last checked
/// @param customers whose journeys it was held against; null when it was not
/// @param fits customers whose journeys fit it; null when nothing could be aligned
public record MapSummary(
    String id,
    String key,
    String title,
    JourneyMap.MapType mapType,
    JourneyMap.State state,
    JourneyMap.Status status,
    long revision,
    Instant updatedAt,
    @Nullable Instant checkedAt,
    int stages,
    int steps,
    List<Named> personas,
    Map<EvidenceLevel, Integer> marks,
    @Nullable Long customers,
    @Nullable Long fits) {

  public MapSummary {
    personas = List.copyOf(personas);
    marks = Map.copyOf(marks);
  }

  /// What has an id and a name.
  public record Named(String id, String name) {}
}
