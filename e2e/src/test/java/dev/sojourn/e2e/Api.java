package dev.sojourn.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stories have done behind the page's back.
///
/// @param base where the application listens, with a slash at the end
record Api(String base) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A text as it stands in an address.
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Sends JSON, and gives the answer.
  JsonNode post(String path, JsonNode body) {
    return send(path, "application/json", body.toString());
  }

  /// Brings in a file of events, and waits until they are there.
  void importFile(String workspace, String name, String text) {
    String room = "workspaces/" + workspace;
    String upload =
        send(room + "/uploads?name=" + encode(name), "text/csv", text).get("upload").asString();
    JsonNode wanted = JSON.createObjectNode().set("uploads", JSON.createArrayNode().add(upload));
    String job = post(room + "/imports", wanted).get("id").asString();
    JsonNode now = Demo.get(base, "api/v1/jobs/" + job);
    while (now.get("endedAt").isNull()) {
      LockSupport.parkNanos(20_000_000);
      now = Demo.get(base, "api/v1/jobs/" + job);
    }
    if (!now.get("state").asString().equals("DONE")) {
      throw new IllegalStateException(now.toString());
    }
  }

  private JsonNode send(String path, String contentType, String body) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(base + "api/v1/" + path))
                      .header("Content-Type", contentType)
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " answers " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
