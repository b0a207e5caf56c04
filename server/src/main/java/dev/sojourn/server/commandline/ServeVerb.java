package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.platform.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Serves the web application and the API until it is stopped.
@Command(
    name = "serve",
    header = "Serve the web application and the API until it is stopped.",
    footer = {
      "",
      "The answer is printed as soon as the server listens. Ctrl-C ends it; nothing is lost."
    })
final class ServeVerb implements Verb {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the directory of the installation; made when it is missing")
  private @Nullable String data;

  @Option(names = "--port", paramLabel = "N", description = "where to listen; 8460 if not given")
  private int port = ServerSettings.PORT;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "127.0.0.1, localhost or ::1; others need sign-in, which is not available yet")
  private String host = ServerSettings.LOOPBACK;

  private @Nullable Path directory;

  @Override
  public void check(Problems problems) {
    if (data == null || data.isEmpty()) {
      problems.add("--data", "is missing; name the directory of the installation.");
    } else {
      directory = DataOptions.path("--data", data, problems);
    }
    Serving.check(host, port, problems);
  }

  @Override
  public @Nullable Path data() {
    return directory;
  }

  @Override
  public boolean serves() {
    return true;
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    if (directory == null) {
      throw new RefusedException("--data", "is missing; name the directory of the installation.");
    }
    return Serving.untilStopped(directory, host, port, false, surroundings);
  }
}
