package dev.sojourn.server.demo;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.collect.Source;
import dev.sojourn.server.collect.Sources;
import dev.sojourn.server.evidence.Checks;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.jobs.JobHandler;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.JobRun;
import dev.sojourn.server.workspace.Workspaces;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Loads one workspace of the demo. What a stopped job stored is not stored twice, and a workspace
/// that has a map keeps it: people may have changed it.
@Component
class DemoJob implements JobHandler {

  private final Workspaces workspaces;
  private final Maps maps;
  private final Sources sources;
  private final Checks checks;
  private final Engine engine;

  DemoJob(Workspaces workspaces, Maps maps, Sources sources, Checks checks, Engine engine) {
    this.workspaces = workspaces;
    this.maps = maps;
    this.sources = sources;
    this.checks = checks;
    this.engine = engine;
  }

  @Override
  public JobKind kind() {
    return JobKind.DEMO;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public ObjectNode run(JobRun run) throws IOException {
    DemoWorkspace demo =
        Arrays.stream(DemoWorkspace.values())
            .filter(one -> one.id().equals(run.workspace()))
            .findFirst()
            .orElseThrow(() ->
                new RefusedException(
                    "workspace", "'" + run.workspace() + "' is no workspace of the demo."));
    Watch watch =
        new Watch(
            run.cancelled(), (work, done, all) -> run.progress(done, all, "customers", work + "."));
    List<StoredMap> known = maps.of(demo.id());
    StoredMap map;
    if (known.isEmpty()) {
      DemoContent content = demo.load(workspaces.require(demo.id()), engine, watch);
      sources.keep(demo.id(), content.report(), Source.Kind.DEMO, demo.synthetic());
      workspaces.eventsChanged(demo.id());
      map =
          maps.add(
              demo.id(),
              content.map(),
              demo == DemoWorkspace.SHOP ? "Drafted from events" : "Drawn by hand");
    } else {
      map = known.getFirst();
    }
    checks.run(map, watch);
    ObjectNode result = JsonForm.object();
    result.put("map", map.id());
    return result;
  }
}
