package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.jobs.JobHandler;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.JobRun;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Checks a map because somebody asked for it.
@Component
class CheckJob implements JobHandler {

  private final Maps maps;
  private final MapChecks checks;

  CheckJob(Maps maps, MapChecks checks) {
    this.maps = maps;
    this.checks = checks;
  }

  @Override
  public JobKind kind() {
    return JobKind.CHECK;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public ObjectNode run(JobRun run) throws IOException {
    StoredMap map = maps.require(run.workspace(), run.input().get("map").asString());
    if (!MapChecks.hasGround(map.map())) {
      throw new RefusedException(
          "map", "nothing on it is bound to events; bind a touchpoint, then check again.");
    }
    KeptCheck check = checks.check(map, watch(run));
    ObjectNode result = JsonForm.object();
    result.put("map", map.id());
    result.put("revision", check.revision());
    return result;
  }

  /// Who waits for a job.
  static Watch watch(JobRun run) {
    return new Watch(
        run.cancelled(), (work, done, all) -> run.progress(done, all, "customers", work + "."));
  }
}
