package dev.sojourn.server.atlas;

import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was measured on maps. A bean of the room that measures; this room shows it beside what was
/// authored.
public interface MapMeasures {

  /// The evidence for a map as it is now; empty when it was never held against data.
  Optional<MapEvidence> evidence(StoredMap map);

  /// The map with the latest checks and reality laid over it, as far as they still fit it.
  JourneyMap laidOver(StoredMap map);

  /// The latest checks of the maps of a workspace in short, by the id of the map.
  Map<String, Brief> briefs(String workspace);

  /// A check in short.
  ///
  /// @param marks how many claims there are at each level
  /// @param fits null when nothing could be aligned
  record Brief(
      Instant checkedAt, Map<EvidenceLevel, Integer> marks, long customers, @Nullable Long fits) {
    public Brief {
      marks = Map.copyOf(marks);
    }
  }
}
