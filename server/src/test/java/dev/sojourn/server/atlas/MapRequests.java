package dev.sojourn.server.atlas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.server.TestServer;
import java.net.http.HttpRequest;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to the rooms of maps as a page does.
public final class MapRequests {

  /// The workspace that a fresh server has.
  public static final String ROOM = "/api/v1/workspaces/default";

  private final TestServer server;

  public MapRequests(TestServer server) {
    this.server = server;
  }

  /// A new map from a template.
  public JsonNode make(String title, String template) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("title", title).put("template", template);
    TestServer.Answer answer = server.post(ROOM + "/maps", request.toString());
    assertEquals(201, answer.status(), answer.text());
    return answer.json();
  }

  /// A new map from a document.
  public JsonNode take(String document) {
    TestServer.Answer answer = server.post(ROOM + "/maps", "{\"map\":" + document + "}");
    assertEquals(201, answer.status(), answer.text());
    return answer.json();
  }

  /// A map as it is now.
  public JsonNode map(String id) {
    TestServer.Answer answer = server.get(ROOM + "/maps/" + id);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  /// The body that sends one change.
  public static String change(String id, long base, String label, String... operations) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.put("id", id).put("base", base).put("label", label);
    ArrayNode list = change.putArray("operations");
    for (String operation : operations) {
      list.addRawValue(new tools.jackson.databind.util.RawValue(operation));
    }
    return "{\"changes\":[" + change + "]}";
  }

  /// Applies one change and gives its outcome.
  public JsonNode apply(String map, String label, String... operations) {
    TestServer.Answer answer =
        server.post(
            ROOM + "/maps/" + map + "/changes",
            change(UUID.randomUUID().toString(), 1, label, operations));
    assertEquals(200, answer.status(), answer.text());
    return answer.json().at("/outcomes/0");
  }

  /// PUT of JSON over a revision.
  public TestServer.Answer put(String path, long revision, String json) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + revision + "\"")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }
}
