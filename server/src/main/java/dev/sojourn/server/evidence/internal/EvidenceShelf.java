package dev.sojourn.server.evidence.internal;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.atlas.MapEvidence;
import dev.sojourn.server.atlas.MapMeasures;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.evidence.MapNews;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What was measured on maps, for those who show them.
@Component
class EvidenceShelf implements MapMeasures, MapNews {

  private final CheckTable table;
  private final InstantSource clock;

  EvidenceShelf(CheckTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<MapEvidence> evidence(StoredMap map) {
    return table
        .find(map.id())
        .map(check -> EvidenceWriter.write(check, laidOver(map, check), clock.instant()));
  }

  @Override
  public JourneyMap laidOver(StoredMap map) {
    return table.find(map.id()).map(check -> laidOver(map, check)).orElse(map.map());
  }

  private static JourneyMap laidOver(StoredMap map, KeptCheck check) {
    return Overlay.of(map.map(), check.checked());
  }

  @Override
  public Map<String, Brief> briefs(String workspace) {
    return table.briefs(workspace);
  }

  @Override
  public List<VerdictChange> verdicts(String workspace, int most) {
    return table.changes(workspace, most);
  }

  @Override
  public List<NewPath> paths(String workspace, int most) {
    return table.paths(workspace, most);
  }
}
