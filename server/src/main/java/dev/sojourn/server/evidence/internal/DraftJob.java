package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.evidence.draft.Draft;
import dev.sojourn.server.evidence.draft.DraftResult;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.insight.ResultWriter;
import dev.sojourn.server.jobs.JobHandler;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.JobRun;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Drafts a map from the events of a workspace, and checks it.
@Component
class DraftJob implements JobHandler {

  private final Workspaces workspaces;
  private final Maps maps;
  private final MapChecks checks;
  private final Engine engine;

  DraftJob(Workspaces workspaces, Maps maps, MapChecks checks, Engine engine) {
    this.workspaces = workspaces;
    this.maps = maps;
    this.checks = checks;
    this.engine = engine;
  }

  @Override
  public JobKind kind() {
    return JobKind.DRAFT;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public ObjectNode run(JobRun run) throws IOException {
    DraftResult draft;
    try (Journeys journeys = workspaces.require(run.workspace()).journeys(BuildProgress.NONE)) {
      draft = Draft.discover(journeys, false, engine, CheckJob.watch(run));
    }
    String title = run.input().path("title").asString("");
    boolean synthetic = workspaces.info(run.workspace()).synthetic();
    StoredMap map =
        maps.add(run.workspace(), adorned(draft.map(), title, synthetic), "Drafted from events");
    // The draft judged its claims on customers held out; what is shown holds for all.
    checks.check(map, CheckJob.watch(run));
    ObjectNode result = JsonForm.object();
    result.put("map", map.id());
    draft.sentences().forEach(result.putArray("sentences")::add);
    result.set("coverage", ResultWriter.rate(draft.coverage()));
    return result;
  }

  /// The draft under the title that was asked for; what is drawn from invented events says so.
  private static JourneyMap adorned(JourneyMap map, String title, boolean synthetic) {
    ObjectNode tree = MapJson.tree(map);
    if (!title.isBlank()) {
      tree.put("title", title);
    }
    if (synthetic) {
      tree.put("synthetic", true);
    }
    return MapJson.read(tree);
  }
}
