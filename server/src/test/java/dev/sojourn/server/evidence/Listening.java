package dev.sojourn.server.evidence;

import dev.sojourn.server.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page that listens to the stream of a workspace.
public final class Listening implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final BufferedReader lines;

  private Listening(TestServer server, String workspace) throws IOException, InterruptedException {
    lines =
        new BufferedReader(
            new InputStreamReader(
                client
                    .send(
                        server.request("/api/v1/stream?workspace=" + workspace).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                    .body(),
                StandardCharsets.UTF_8));
    next("beat", beat -> true);
  }

  /// Begins to listen; what is published from here on is heard.
  public static Listening to(TestServer server, String workspace)
      throws IOException, InterruptedException {
    return new Listening(server, workspace);
  }

  /// Waits for an event of a name that fits.
  public JsonNode next(String name, Predicate<JsonNode> fits) throws IOException {
    String event = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        event = line.substring(6).strip();
      } else if (line.startsWith("data:") && event.equals(name)) {
        JsonNode data = JSON.readTree(line.substring(5));
        if (fits.test(data)) {
          return data;
        }
      }
    }
    throw new IOException("the stream ended before an event '" + name + "'");
  }

  @Override
  public void close() throws IOException {
    lines.close();
    client.shutdownNow();
  }
}
