package dev.sojourn.server.collect.internal;

import dev.sojourn.server.collect.Source;
import dev.sojourn.server.collect.Sources;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.RefusedRows;
import dev.sojourn.store.SourceContents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the table knows of sources, joined with what the log holds of them: a file that the command
/// line imported has events and no name.
@Component
public class KnownSources implements Sources {

  private static final int LETTERS_SHOWN = 6;

  private final Workspaces workspaces;
  private final SourceBook book;
  private final InstantSource clock;

  KnownSources(Workspaces workspaces, SourceBook book, InstantSource clock) {
    this.workspaces = workspaces;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public List<Source> of(String workspace) {
    Map<String, SourceContents> held = new LinkedHashMap<>();
    workspaces
        .require(workspace)
        .sources()
        .forEach(contents -> held.put(Source.idOf(contents.source()), contents));
    List<Source> sources = new ArrayList<>();
    for (SourceBook.Entry entry : book.of(workspace)) {
      sources.add(joined(entry, held.remove(entry.id())));
    }
    boolean synthetic = workspaces.info(workspace).synthetic();
    held.forEach((id, contents) -> sources.add(unnamed(id, contents, synthetic)));
    return sources;
  }

  private static Source joined(SourceBook.Entry entry, @Nullable SourceContents held) {
    return new Source(
        entry.id(),
        entry.name(),
        entry.kind(),
        entry.format(),
        entry.importedAt(),
        entry.read(),
        entry.stored(),
        entry.duplicates(),
        entry.rejected(),
        held == null ? null : held.firstTime(),
        held == null ? null : held.lastTime(),
        held == null ? 0 : held.events(),
        entry.synthetic());
  }

  private static Source unnamed(String id, SourceContents held, boolean synthetic) {
    return new Source(
        id,
        synthetic ? "Sample data" : "File " + id.substring(0, Math.min(id.length(), LETTERS_SHOWN)),
        synthetic ? Source.Kind.DEMO : Source.Kind.FILE,
        null,
        null,
        held.events(),
        held.events(),
        0,
        0,
        held.firstTime(),
        held.lastTime(),
        held.events(),
        synthetic);
  }

  @Override
  public void keep(String workspace, ImportReport report, Source.Kind kind, boolean synthetic) {
    Path refused = report.rejectedFile();
    for (ImportReport.FileReport file : report.files()) {
      book.put(
          workspace,
          new SourceBook.Entry(
              Source.idOf(file.source()),
              file.source(),
              file.file(),
              kind,
              file.facts().format().label(),
              clock.instant(),
              file.read(),
              file.stored(),
              file.duplicates(),
              file.rejected(),
              refused == null ? null : refused.getFileName().toString(),
              synthetic));
    }
  }

  /// A source that was imported here or is in the log.
  public Source require(String workspace, String id) {
    return of(workspace).stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("source", id));
  }

  /// The refused rows of a source, to be closed; null when none are kept.
  public @Nullable RefusedRows refusedRows(String workspace, String id) throws IOException {
    SourceBook.Entry entry = book.find(workspace, id).orElse(null);
    if (entry == null) {
      require(workspace, id);
      return null;
    }
    String file = entry.rejectedFile();
    return file == null ? null : workspaces.require(workspace).refusedRows(file);
  }
}
