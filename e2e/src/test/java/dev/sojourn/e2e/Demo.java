package dev.sojourn.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo, loaded once for all stories of the process. Stories that change something change their
/// own place in it.
final class Demo {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static Application application;

  private Demo() {}

  /// Where the demo listens, loaded, with a slash at the end.
  static synchronized String address() {
    if (application == null) {
      try {
        Path folder =
            Files.createTempDirectory(
                Path.of(System.getProperty("sojourn.root"), "e2e", "target"), "demo");
        application = Application.start("demo", folder.resolve("data"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(application::close));
      awaitLoaded("harbour-coffee");
      awaitLoaded("shop");
    }
    return application.address();
  }

  private static void awaitLoaded(String workspace) {
    long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    String state = "";
    while (!state.equals("DONE")) {
      JsonNode job = get("api/v1/workspaces/" + workspace + "/jobs").at("/jobs/0");
      state = job.path("state").asString("");
      if (state.equals("FAILED") || System.nanoTime() > until) {
        throw new IllegalStateException("the demo did not load: " + job);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /// The address of the first map of a workspace.
  static String map(String workspace) {
    String base = address();
    String id = get("api/v1/workspaces/" + workspace + "/maps").at("/maps/0/id").asString();
    return base + "w/" + workspace + "/maps/" + id;
  }

  /// An answer of the API.
  static JsonNode get(String path) {
    return get(application.address(), path);
  }

  /// An answer of the API of any application.
  static JsonNode get(String base, String path) {
    try {
      return JSON.readTree(
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(base + path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
