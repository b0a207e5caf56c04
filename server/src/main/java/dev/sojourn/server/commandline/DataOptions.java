package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.server.privacy.KeptTexts;
import dev.sojourn.store.Installation;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// The options that say where the events are.
final class DataOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the directory of the installation; made when it is missing")
  private @Nullable String data;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "one of several bodies of events in it; not needed when there is one")
  private String workspace = Installation.DEFAULT_WORKSPACE;

  @Option(
      names = "--progress",
      description = "tell how far it is on the error stream even when nobody watches")
  private boolean progress;

  private @Nullable Path directory;

  void check(Problems problems) {
    if (data == null || data.isEmpty()) {
      problems.add("--data", "is missing; name the directory of the installation.");
    } else if (data.startsWith("-")) {
      problems.add("--data", "'" + data + "' looks like an option; name a directory.");
    } else {
      directory = path("--data", data, problems);
    }
  }

  /// The path that a text names; null, noted, when it names none.
  static @Nullable Path path(String field, String text, Problems problems) {
    try {
      return Surroundings.FOLDER.isBound()
          ? Surroundings.FOLDER.get().resolve(text)
          : Path.of(text);
    } catch (InvalidPathException e) {
      problems.add(field, "'" + text + "' is not a path: " + e.getReason() + ".");
      return null;
    }
  }

  @Nullable Path directory() {
    return directory;
  }

  boolean progress() {
    return progress;
  }

  /// What is done with an open workspace.
  @FunctionalInterface
  interface Work {
    /// Does it.
    ObjectNode in(Workspace workspace, Progress progress) throws IOException;
  }

  /// Opens the workspace, works in it and closes it.
  ObjectNode work(Surroundings surroundings, Work work) throws IOException {
    if (directory == null) {
      throw new IllegalStateException("the options have not been checked");
    }
    Progress shown = new Progress(surroundings, progress);
    Surroundings.Held held = surroundings.held();
    if (held != null) {
      return work.in(held.installation().workspace(workspace), shown);
    }
    try (Installation installation =
        Installation.open(directory, surroundings.clock(), surroundings.random())) {
      return work.in(installation.workspace(workspace), shown);
    } finally {
      shown.end();
    }
  }

  /// Takes an identifier out of what was written beside the events.
  ///
  /// @return how many texts named it
  long eraseTexts(Surroundings surroundings, String identifier) {
    Surroundings.Held held = surroundings.held();
    if (held != null) {
      return held.texts().erase(workspace, identifier);
    }
    if (directory == null) {
      throw new IllegalStateException("the options have not been checked");
    }
    ServerSettings settings =
        new ServerSettings(
            ServerSettings.LOOPBACK, ServerSettings.PORT, Serving.databaseUrl(), false);
    return KeptTexts.erase(
        settings.database(directory),
        settings.onSqlite() ? ServerSettings.file(directory) : null,
        workspace,
        identifier);
  }

  /// To be called when events were added or erased: a server that holds the installation tells its
  /// pages.
  void changed(Surroundings surroundings) {
    Surroundings.Held held = surroundings.held();
    if (held != null) {
      held.changed().accept(workspace);
    }
  }

  /// How far the journeys are, for a person who waits.
  static BuildProgress building(Progress progress, Surroundings surroundings) {
    return (done, total) -> {
      progress.show("Putting journeys in order", done, total);
      return !surroundings.cancelled().getAsBoolean();
    };
  }
}
