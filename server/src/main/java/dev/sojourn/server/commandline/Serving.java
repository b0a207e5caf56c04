package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.SojournApplication;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.store.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import tools.jackson.databind.node.ObjectNode;

/// What `serve` and `demo` have in common.
final class Serving {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
  private static final int HIGHEST_PORT = 65_535;
  private static final long LOOK_NANOS = 100_000_000L;

  private Serving() {}

  static void check(String host, int port, Problems problems) {
    if (!LOOPBACK.contains(host)) {
      problems.add(
          "--host",
          "'"
              + host
              + "' can be reached by others, which needs sign-in, and that is not available yet;"
              + " use 127.0.0.1, and a proxy of your own if others must reach it.");
    }
    if (port < 0 || port > HIGHEST_PORT) {
      problems.add("--port", port + " is no port; use 0 (any that is free) to 65535.");
    }
  }

  /// Serves until the process is asked to stop.
  ///
  /// @return nothing: what it had to say was printed when it began to listen
  static ObjectNode untilStopped(
      Path directory, String host, int port, boolean demo, Surroundings surroundings)
      throws IOException {
    try (Installation installation =
            Installation.open(directory, surroundings.clock(), surroundings.random());
        SojournApplication.Running running =
            start(installation, new ServerSettings(host, port, databaseUrl(), demo))) {
      ObjectNode json = JsonForm.object();
      String shown = host.contains(":") ? "[" + host + "]" : host;
      String address = "http://" + shown + ":" + running.port() + "/";
      installation.announce(
          URI.create(address), running.context().getBean(CommandsToken.class).text());
      json.put("address", address);
      json.put("data", installation.directory().toAbsolutePath().normalize().toString());
      surroundings.out().print(JsonForm.text(json));
      surroundings.out().flush();
      while (!surroundings.cancelled().getAsBoolean()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    throw new StoppedException("Stopped as asked; nothing is lost.");
  }

  private static SojournApplication.Running start(
      Installation installation, ServerSettings settings) {
    try {
      return SojournApplication.start(installation, settings);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException) {
          throw new RefusedException(
              "--port",
              settings.port()
                  + " is taken by another program; name another port, or 0 for any that is free.");
        }
      }
      throw e;
    }
  }

  static @Nullable String databaseUrl() {
    return System.getenv("SOJOURN_DATABASE_URL");
  }
}
