package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.atlas.MapEvidence;
import dev.sojourn.server.atlas.MapMeasures;
import dev.sojourn.server.atlas.MapSummary;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.platform.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Maps as they are shown: listed, made from templates, with what was measured beside them.
@Component
public class MapShelf {

  /// How far back changes are listed one by one; whoever was away longer loads the map.
  private static final int MOST_MISSED = 500;

  private final StoredMaps maps;
  private final MapTable table;
  private final ChangeTable changes;
  private final MapMeasures measures;
  private final Ids ids;

  MapShelf(StoredMaps maps, MapTable table, ChangeTable changes, MapMeasures measures, Ids ids) {
    this.maps = maps;
    this.table = table;
    this.changes = changes;
    this.measures = measures;
    this.ids = ids;
  }

  /// The maps of a workspace, the latest changed first; or those in the bin.
  public List<MapSummary> list(String workspace, boolean bin) {
    Map<String, MapMeasures.Brief> briefs = measures.briefs(workspace);
    return table.listed(workspace, bin).stream()
        .map(listed -> summary(listed, briefs.get(listed.id())))
        .toList();
  }

  private static MapSummary summary(MapTable.Listed listed, MapMeasures.@Nullable Brief brief) {
    MapOutline outline = listed.outline();
    return new MapSummary(
        listed.id(),
        outline.key(),
        outline.title(),
        outline.mapType(),
        outline.state(),
        outline.status(),
        listed.revision(),
        listed.updatedAt(),
        brief == null ? null : brief.checkedAt(),
        outline.stages(),
        outline.steps(),
        outline.personas(),
        brief == null ? Map.of() : brief.marks(),
        brief == null ? null : brief.customers(),
        brief == null ? null : brief.fits());
  }

  /// Keeps a new map made from a template.
  ///
  /// @param type null for the usual one of the template
  public StoredMap begin(
      String workspace, String title, JourneyMap.@Nullable MapType type, Template template) {
    JourneyMap map = template.map(title, type == null ? template.usual() : type, ids::next);
    return maps.add(workspace, map, "Made from the template " + template.name());
  }

  /// What was measured on a map.
  public Optional<MapEvidence> evidence(StoredMap map) {
    return measures.evidence(map);
  }

  /// The map with what was measured laid over it.
  public JourneyMap laidOver(StoredMap map) {
    return measures.laidOver(map);
  }

  /// The changes after a revision, oldest first; empty when it is too long ago, or no revision of
  /// this map.
  public Optional<List<ChangeView>> since(StoredMap map, long revision) {
    if (revision > map.revision() || map.revision() - revision > MOST_MISSED) {
      return Optional.empty();
    }
    return Optional.of(
        changes.since(map.id(), revision, MOST_MISSED).stream().map(ChangeView::of).toList());
  }

  /// A change in the history.
  ///
  /// @param author null while nobody signs in
  public record HistoryEntry(
      String id, long revision, String label, @Nullable String author, java.time.Instant at) {}

  /// The changes before a revision, newest first.
  public List<HistoryEntry> history(StoredMap map, long before, int most) {
    return changes.before(map.id(), before, most).stream()
        .map(e -> new HistoryEntry(e.id(), e.revision(), e.label(), e.author(), e.at()))
        .toList();
  }
}
