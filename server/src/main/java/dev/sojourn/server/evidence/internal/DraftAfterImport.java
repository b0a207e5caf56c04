package dev.sojourn.server.evidence.internal;

import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.collect.Imported;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Drafts the first map of a workspace as soon as it has events, where that is wanted.
@Component
class DraftAfterImport {

  private final Maps maps;
  private final Jobs jobs;

  DraftAfterImport(Maps maps, Jobs jobs) {
    this.maps = maps;
    this.jobs = jobs;
  }

  @EventListener
  void imported(Imported event) {
    if (event.draft() && maps.of(event.workspace()).isEmpty()) {
      jobs.start(event.workspace(), JobKind.DRAFT, "Draft from events", JsonForm.object());
    }
  }
}
