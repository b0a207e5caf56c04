package dev.sojourn.server;

import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.store.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real server over a directory of a test, on a free port of loopback, with a small client.
public final class TestServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Installation installation;
  private final SojournApplication.Running running;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(Installation installation, SojournApplication.Running running) {
    this.installation = installation;
    this.running = running;
  }

  /// What came back.
  public record Answer(int status, String text, HttpResponse<String> response) {
    /// The body as JSON.
    public JsonNode json() {
      return JSON.readTree(text);
    }
  }

  /// Starts a server.
  public static TestServer on(Path directory) throws IOException {
    return on(directory, null, false);
  }

  /// Starts a server over a database of its own choice.
  public static TestServer on(Path directory, String databaseUrl, boolean demo) throws IOException {
    Installation installation =
        Installation.open(directory, InstantSource.system(), new SecureRandom());
    try {
      return new TestServer(
          installation,
          SojournApplication.start(
              installation, new ServerSettings(ServerSettings.LOOPBACK, 0, databaseUrl, demo)));
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  /// A bean of the rooms.
  public <T> T bean(Class<T> type) {
    return running.context().getBean(type);
  }

  /// Where it listens, without a slash at the end.
  public String address() {
    return "http://127.0.0.1:" + running.port();
  }

  /// GET.
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /// DELETE.
  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /// POST of JSON.
  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// Any request, for headers and methods of its own.
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  /// Sends a request.
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    running.close();
    installation.close();
  }
}
