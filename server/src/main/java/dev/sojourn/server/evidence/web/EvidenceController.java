package dev.sojourn.server.evidence.web;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.Jobs;
import dev.sojourn.server.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class EvidenceController {

  private static final int LONGEST_TITLE = 400;

  private final Workspaces workspaces;
  private final Maps maps;
  private final Jobs jobs;

  EvidenceController(Workspaces workspaces, Maps maps, Jobs jobs) {
    this.workspaces = workspaces;
    this.maps = maps;
    this.jobs = jobs;
  }

  /// What a draft is called; null for a name made from where journeys begin and end.
  record NewDraft(@Nullable String title) {}

  @PostMapping("/maps/{map}/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job check(@PathVariable String workspace, @PathVariable String map) {
    String title = maps.require(workspace, map).map().title();
    ObjectNode input = JsonForm.object();
    input.put("map", map);
    return jobs.start(workspace, JobKind.CHECK, "Check of " + title, input);
  }

  @PostMapping("/drafts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job draft(@PathVariable String workspace, @RequestBody NewDraft request) {
    workspaces.info(workspace);
    String title = request.title() == null ? "" : request.title().strip();
    if (title.length() > LONGEST_TITLE) {
      throw new RefusedException("title", "is to have at most " + LONGEST_TITLE + " characters.");
    }
    ObjectNode input = JsonForm.object();
    input.put("title", title);
    return jobs.start(
        workspace,
        JobKind.DRAFT,
        title.isEmpty() ? "Draft from events" : "Draft of " + title,
        input);
  }
}
