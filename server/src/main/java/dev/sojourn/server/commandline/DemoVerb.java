package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.server.platform.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Serves two workspaces with sample data, mapped and checked.
@Command(
    name = "demo",
    header = "Serve two workspaces with sample data, mapped and checked.",
    footer = {
      "",
      "Shop is a real online shop; Harbour Coffee is made up, and says so everywhere.",
      "Without --data they are kept in the folder sojourn-demo of your home directory."
    })
final class DemoVerb implements Verb {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the directory of the installation; ~/sojourn-demo if not given")
  private @Nullable String data;

  @Option(names = "--port", paramLabel = "N", description = "where to listen; 8460 if not given")
  private int port = ServerSettings.PORT;

  private Path directory = Path.of(System.getProperty("user.home"), "sojourn-demo");

  @Override
  public void check(Problems problems) {
    if (data != null) {
      Path named = DataOptions.path("--data", data, problems);
      if (data.isEmpty()) {
        problems.add("--data", "is empty; name a directory or leave it out.");
      } else if (named != null) {
        directory = named;
      }
    }
    Serving.check(ServerSettings.LOOPBACK, port, problems);
  }

  @Override
  public Path data() {
    return directory;
  }

  @Override
  public boolean serves() {
    return true;
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    return Serving.untilStopped(directory, ServerSettings.LOOPBACK, port, true, surroundings);
  }
}
