package dev.sojourn.server.evidence.internal;

import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.evidence.check.StageStays;
import dev.sojourn.server.evidence.check.UnmappedEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The latest check of a map.
///
/// @param revision of the map that was checked
/// @param customers in the data
/// @param events in the data
/// @param dataThrough the time of the latest event; null when none has one
/// @param checked the map with what its drawing claims, with verdicts and reality
record KeptCheck(
    String workspace,
    String map,
    long revision,
    Instant checkedAt,
    long customers,
    long events,
    @Nullable Instant dataThrough,
    Map<EvidenceLevel, Integer> marks,
    JourneyMap checked,
    Ground ground) {

  KeptCheck {
    marks = Map.copyOf(marks);
  }

  /// What was counted beside claims and reality.
  ///
  /// @param unmapped most customers first
  record Ground(Map<UUID, StageStays.Stay> stays, List<UnmappedEvents.Unmapped> unmapped) {
    Ground {
      stays = Map.copyOf(stays);
      unmapped = List.copyOf(unmapped);
    }
  }
}
