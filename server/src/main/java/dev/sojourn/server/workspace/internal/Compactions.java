package dev.sojourn.server.workspace.internal;

import dev.sojourn.server.workspace.EventsChanged;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.Workspaces;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Gathers the files of a log when many have piled up and no event came for a while. One log at a
/// time; new events make it stop and come back later. No job is made: there is nothing for a person
/// to see or to decide.
@Component
class Compactions {

  private static final Logger LOG = LoggerFactory.getLogger(Compactions.class);

  /// How long no event must have come.
  private static final Duration QUIET = Duration.ofSeconds(30);

  private static final int SECONDS_TO_STOP = 5;

  private final Workspaces workspaces;

  /// The number of the latest change of each workspace.
  private final Map<String, Long> latest = new ConcurrentHashMap<>();

  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("compact").daemon().factory());
  private volatile boolean closed;

  Compactions(Workspaces workspaces) {
    this.workspaces = workspaces;
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @EventListener
  void changed(EventsChanged event) {
    later(event.workspace());
  }

  /// What piled up while the server was away.
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    workspaces.all().stream().map(WorkspaceInfo::id).forEach(this::later);
  }

  private void later(String workspace) {
    if (!closed) {
      long number = latest.merge(workspace, 1L, Long::sum);
      Future<?> unused =
          worker.schedule(
              () -> compact(workspace, number), QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void compact(String workspace, long number) {
    if (isOvertaken(workspace, number)) {
      return;
    }
    try {
      workspaces.require(workspace).compact(() -> !isOvertaken(workspace, number));
    } catch (RuntimeException e) {
      // A full disk, mostly. The log is as it was, and the next change asks again.
      LOG.warn("the files of the workspace {} could not be gathered", workspace, e);
    }
  }

  /// Gathers what has piled up in a workspace, now.
  void now(String workspace) {
    compact(workspace, latest.getOrDefault(workspace, 0L));
  }

  private boolean isOvertaken(String workspace, long number) {
    return closed || latest.getOrDefault(workspace, 0L) != number;
  }

  @EventListener(ContextClosedEvent.class)
  void end() throws InterruptedException {
    closed = true;
    // No interrupt: it would close the files of the log.
    worker.shutdown();
    if (!worker.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
      LOG.warn("gathering the files of a log did not stop in time");
    }
  }
}
