package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.map.evidence.EvidenceBook;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.collect.Source;
import dev.sojourn.server.collect.Sources;
import dev.sojourn.server.evidence.Checks;
import dev.sojourn.server.evidence.check.Check;
import dev.sojourn.server.evidence.check.CheckReport;
import dev.sojourn.server.evidence.check.StageStays;
import dev.sojourn.server.evidence.check.UnmappedEvents;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.server.platform.Stream;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Contents;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds maps against the events of their workspace and keeps what was found.
@Component
class MapChecks implements Checks {

  private static final int MOST_SOURCES = 20;
  private static final int LONGEST_SOURCE = 4_000;

  private final Workspaces workspaces;
  private final Engine engine;
  private final CheckTable table;
  private final Sources sources;
  private final TransactionTemplate transaction;
  private final Stream stream;
  private final InstantSource clock;

  MapChecks(
      Workspaces workspaces,
      Engine engine,
      CheckTable table,
      Sources sources,
      TransactionTemplate transaction,
      Stream stream,
      InstantSource clock) {
    this.workspaces = workspaces;
    this.engine = engine;
    this.table = table;
    this.sources = sources;
    this.transaction = transaction;
    this.stream = stream;
    this.clock = clock;
  }

  /// What pages hear when a map was checked.
  record EvidenceEvent(String map, long revision, Instant checkedAt) {}

  @Override
  public void run(StoredMap map, Watch watch) throws IOException {
    check(map, watch);
  }

  /// Checks a map and keeps the result.
  ///
  /// @throws dev.sojourn.kernel.fold.CancelledException when the one who waits gave up; what was
  ///   found before is kept
  KeptCheck check(StoredMap stored, Watch watch) throws IOException {
    WorkspaceInfo info = workspaces.info(stored.workspace());
    Workspace workspace = workspaces.require(stored.workspace());
    try (Journeys journeys = workspace.view(Check.properties(stored.map()), BuildProgress.NONE)) {
      CheckReport report = Check.run(stored.map(), journeys, engine, watch);
      Instant now = clock.instant();
      Reality found = report.reality();
      JourneyMap checked =
          report
              .checkedMap()
              .withReality(
                  Realities.of(
                      found,
                      now,
                      sources(stored.workspace()),
                      info.synthetic() || stored.map().synthetic()));
      KeptCheck kept =
          new KeptCheck(
              stored.workspace(),
              stored.id(),
              stored.revision(),
              now,
              journeys.units(),
              journeys.events(),
              Contents.dataThrough(journeys),
              EvidenceBook.of(checked, now).counts(),
              checked,
              new KeptCheck.Ground(
                  StageStays.of(stored.map(), journeys, engine, watch.cancelled()),
                  UnmappedEvents.of(stored.map(), journeys, watch)));
      keep(kept);
      stream.publish(
          stored.workspace(),
          "evidence",
          new EvidenceEvent(stored.id(), stored.revision(), kept.checkedAt()));
      return kept;
    }
  }

  private List<String> sources(String workspace) {
    return sources.of(workspace).stream()
        .map(Source::name)
        .filter(name -> !name.isBlank() && name.length() <= LONGEST_SOURCE)
        .limit(MOST_SOURCES)
        .toList();
  }

  /// Whether a check could find anything: something on the map is bound to events.
  static boolean hasGround(JourneyMap map) {
    return map.touchpoints().stream().anyMatch(Touchpoint::isMeasurable);
  }

  private void keep(KeptCheck check) {
    // What cannot be read again must not replace what can.
    MapJson.write(check.checked());
    Map<UUID, CheckResult> results = new HashMap<>();
    check.checked().checks().forEach(result -> results.put(result.claim(), result));
    Reality reality = check.checked().reality();
    transaction.executeWithoutResult(status -> {
      Map<UUID, Verdict> former = table.verdicts(check.map());
      boolean first = table.basis(check.map()).isEmpty();
      for (Claim claim : check.checked().claims()) {
        CheckResult result = results.get(claim.id());
        if (result != null && result.verdict() != former.get(claim.id())) {
          table.cameOut(check, claim, result, former.get(claim.id()));
        }
      }
      // A draft was made from these very journeys: what it left out at first is no news.
      boolean news = !first || check.checked().status() != JourneyMap.Status.DRAFT;
      table.undrawn(check, reality == null ? List.of() : reality.undrawn(), news);
      table.put(check);
    });
  }
}
