package dev.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Maps to tell stories about, made behind the page's back.
final class Maps {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Maps() {}

  /// Makes a map of a purchase.
  ///
  /// @param base where the application listens, with a slash at the end
  /// @return its id
  static String make(String base, String workspace, String title) {
    JsonNode wanted =
        JSON.createObjectNode()
            .put("title", title)
            .put("mapType", "CURRENT_STATE")
            .put("template", "PURCHASE");
    return make(base, workspace, wanted);
  }

  /// Makes a map as it is asked for.
  ///
  /// @return its id
  static String make(String base, String workspace, JsonNode wanted) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(base + "api/v1/workspaces/" + workspace + "/maps"))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(wanted.toString()))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(201, answer.statusCode(), answer.body());
      return JSON.readTree(answer.body()).at("/map/id").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
