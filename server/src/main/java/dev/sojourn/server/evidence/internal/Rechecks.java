package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.server.atlas.MapChanged;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.server.workspace.EventsChanged;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.Workspaces;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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

/// Checks a map again when it or the data changed and nothing changed for a while. One check at a
/// time; one that is overtaken by another change gives up. A map with nothing bound is left alone.
@Component
class Rechecks {

  private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);

  /// How long nobody must have changed anything.
  private static final Duration QUIET = Duration.ofSeconds(2);

  private static final int SECONDS_TO_STOP = 5;

  private final Maps maps;
  private final MapChecks checks;
  private final CheckTable table;
  private final Workspaces workspaces;

  /// The number of the latest change of each map: a check of an older one gives up.
  private final Map<String, Long> latest = new ConcurrentHashMap<>();

  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("recheck").factory());
  private volatile boolean closed;

  Rechecks(Maps maps, MapChecks checks, CheckTable table, Workspaces workspaces) {
    this.maps = maps;
    this.checks = checks;
    this.table = table;
    this.workspaces = workspaces;
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @EventListener
  void changed(MapChanged event) {
    soon(event.map());
  }

  @EventListener
  void changed(EventsChanged event) {
    maps.of(event.workspace()).forEach(map -> soon(map.id()));
  }

  /// What changed while the server was away, or just before it ended.
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    for (WorkspaceInfo workspace : workspaces.all()) {
      maps.of(workspace.id()).stream()
          .filter(map -> isOutdated(map, workspace))
          .forEach(map -> soon(map.id()));
    }
  }

  private boolean isOutdated(StoredMap map, WorkspaceInfo workspace) {
    return table
        .basis(map.id())
        .map(basis ->
            basis.revision() != map.revision()
                || basis.customers() != workspace.customers()
                || basis.events() != workspace.events()
                || !Objects.equals(millis(basis.dataThrough()), millis(workspace.dataThrough())))
        .orElse(true);
  }

  private static long millis(java.time.@org.jspecify.annotations.Nullable Instant instant) {
    return instant == null ? -1 : instant.toEpochMilli();
  }

  private void soon(String map) {
    if (!closed) {
      long number = latest.merge(map, 1L, Long::sum);
      Future<?> unused =
          worker.schedule(() -> check(map, number), QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void check(String map, long number) {
    if (isOvertaken(map, number)) {
      return;
    }
    try {
      StoredMap stored = maps.find(map).orElse(null);
      if (stored != null
          && isWorthIt(stored)
          && isOutdated(stored, workspaces.info(stored.workspace()))) {
        checks.check(stored, new Watch(() -> isOvertaken(map, number), (_, _, _) -> {}));
      }
    } catch (CancelledException e) {
      LOG.debug("the check of {} gave way to a later one", map);
    } catch (IOException | RuntimeException e) {
      LOG.error("the map {} could not be checked", map, e);
    }
  }

  /// Nothing is found where nothing is bound; but what was found before must not stay.
  private boolean isWorthIt(StoredMap map) {
    return MapChecks.hasGround(map.map()) || table.basis(map.id()).isPresent();
  }

  private boolean isOvertaken(String map, long number) {
    return closed || latest.getOrDefault(map, 0L) != number;
  }

  @EventListener(ContextClosedEvent.class)
  void end() throws InterruptedException {
    closed = true;
    // No interrupt: it would close the files that the check reads.
    worker.shutdown();
    if (!worker.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
      LOG.warn("a check did not stop in time");
    }
  }
}
