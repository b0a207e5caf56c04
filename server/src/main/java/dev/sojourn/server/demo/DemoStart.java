package dev.sojourn.server.demo;

import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.Jobs;
import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.server.workspace.Workspaces;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Starts to load the demo: when the server was started for it, or when somebody tries it out.
@Component
public class DemoStart {

  private final ServerSettings settings;
  private final Workspaces workspaces;
  private final Maps maps;
  private final Jobs jobs;

  DemoStart(ServerSettings settings, Workspaces workspaces, Maps maps, Jobs jobs) {
    this.settings = settings;
    this.workspaces = workspaces;
    this.maps = maps;
    this.jobs = jobs;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.demo()) {
      start();
    }
  }

  /// Loads what is not there yet. A workspace that is being loaded is not loaded a second time.
  ///
  /// @return the job that loads, or has loaded, the made-up workspace, which takes longest
  public synchronized Job start() {
    Job loading = load(DemoWorkspace.HARBOUR_COFFEE);
    load(DemoWorkspace.SHOP);
    return loading;
  }

  private Job load(DemoWorkspace demo) {
    workspaces.ensure(demo.id(), demo.title(), demo.synthetic(), demo.note());
    Optional<Job> latest =
        jobs.of(demo.id()).stream().filter(job -> job.kind() == JobKind.DEMO).findFirst();
    boolean complete = latest.isPresent() && latest.get().state() == Job.State.DONE && hasMap(demo);
    boolean underWay = latest.isPresent() && !latest.get().state().ended();
    return complete || underWay
        ? latest.get()
        : jobs.start(demo.id(), JobKind.DEMO, "Loading " + demo.title(), JsonForm.object());
  }

  private boolean hasMap(DemoWorkspace demo) {
    return !maps.of(demo.id()).isEmpty();
  }
}
