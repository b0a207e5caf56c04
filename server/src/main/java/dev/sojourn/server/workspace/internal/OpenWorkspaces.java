package dev.sojourn.server.workspace.internal;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.server.platform.Stream;
import dev.sojourn.server.workspace.EventsChanged;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Contents;
import dev.sojourn.store.Installation;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Workspaces from the table and the folders: one that was made by the command line has a folder
/// only, and gets its entry when the server starts.
@Component
public class OpenWorkspaces implements Workspaces {

  private static final String FIRST = "My business";

  private final Installation installation;
  private final ServerSettings settings;
  private final WorkspaceBook book;
  private final Stream stream;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  OpenWorkspaces(
      Installation installation,
      ServerSettings settings,
      WorkspaceBook book,
      Stream stream,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.installation = installation;
    this.settings = settings;
    this.book = book;
    this.stream = stream;
    this.events = events;
    this.clock = clock;
  }

  /// What a workspace holds, counted once per change.
  private record Held(long customers, long events, @Nullable Instant dataThrough) {}

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void begin() throws IOException {
    Path folder = installation.directory().resolve("workspaces");
    if (Files.isDirectory(folder)) {
      try (var found = Files.newDirectoryStream(folder, Files::isDirectory)) {
        for (Path one : found) {
          String id = one.getFileName().toString();
          add(id, id.equals(Installation.DEFAULT_WORKSPACE) ? FIRST : id, false, null);
        }
      }
    }
    if (!settings.demo() && book.all().isEmpty()) {
      add(Installation.DEFAULT_WORKSPACE, FIRST, false, null);
    }
  }

  private void add(String id, String name, boolean synthetic, @Nullable String note) {
    book.add(new WorkspaceBook.Entry(id, name, synthetic, note), clock.instant());
  }

  @Override
  public List<WorkspaceInfo> all() {
    return book.all().stream().map(this::shown).toList();
  }

  @Override
  public WorkspaceInfo info(String id) {
    return shown(entry(id));
  }

  @Override
  public Workspace require(String id) {
    return opened(entry(id).id());
  }

  @Override
  public WorkspaceInfo ensure(String id, String name, boolean synthetic, @Nullable String note) {
    opened(id);
    add(id, name, synthetic, note);
    return info(id);
  }

  /// Makes a workspace with an id made from its name.
  public WorkspaceInfo make(String name) {
    String base =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    base = base.isEmpty() ? "workspace" : base.substring(0, Math.min(50, base.length()));
    String id = base;
    for (int n = 2;
        !book.add(new WorkspaceBook.Entry(id, name, false, null), clock.instant());
        n++) {
      id = base + "-" + n;
    }
    opened(id);
    return info(id);
  }

  /// Gives a workspace another name.
  public WorkspaceInfo rename(String id, String name) {
    if (!book.rename(id, name)) {
      throw new NotFoundException("workspace", id);
    }
    return info(id);
  }

  @Override
  public void eventsChanged(String id) {
    held.remove(id);
    events.publishEvent(new EventsChanged(id));
    stream.publish(id, "contents", info(id));
  }

  private WorkspaceBook.Entry entry(String id) {
    return book.find(id).orElseThrow(() -> new NotFoundException("workspace", id));
  }

  private Workspace opened(String id) {
    try {
      return installation.workspace(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WorkspaceInfo shown(WorkspaceBook.Entry entry) {
    Held holds = held.computeIfAbsent(entry.id(), this::count);
    return new WorkspaceInfo(
        entry.id(),
        entry.name(),
        entry.synthetic(),
        entry.note(),
        holds.customers(),
        holds.events(),
        holds.dataThrough());
  }

  private Held count(String id) {
    try (Journeys journeys = opened(id).journeys(BuildProgress.NONE)) {
      return new Held(journeys.units(), journeys.events(), Contents.dataThrough(journeys));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
