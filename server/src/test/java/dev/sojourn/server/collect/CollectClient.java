package dev.sojourn.server.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.server.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Does what the sources page does.
record CollectClient(TestServer server) {

  static final String ROOM = "/api/v1/workspaces/default";

  TestServer.Answer send(String name, byte[] content) {
    return server.send(
        server
            .request(ROOM + "/uploads?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
  }

  String upload(String name, byte[] content) {
    TestServer.Answer answer = send(name, content);
    assertEquals(201, answer.status(), answer.text());
    return answer.json().get("upload").asString();
  }

  String upload(String name, String content) {
    return upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  TestServer.Answer preview(String upload, String options) {
    return server.post(ROOM + "/uploads/" + upload + "/preview", options);
  }

  /// Starts an import of uploads and waits for its end.
  JsonNode imported(String options, String... uploads) {
    return ended(start(options, uploads));
  }

  String start(String options, String... uploads) {
    String ids = Stream.of(uploads).map(id -> '"' + id + '"').collect(Collectors.joining(","));
    TestServer.Answer answer =
        server.post(ROOM + "/imports", "{\"uploads\":[" + ids + "],\"options\":" + options + "}");
    assertEquals(202, answer.status(), answer.text());
    return answer.json().get("id").asString();
  }

  JsonNode job(String id) {
    return server.get("/api/v1/jobs/" + id).json();
  }

  JsonNode ended(String job) {
    JsonNode now = job(job);
    while (now.get("endedAt").isNull()) {
      Thread.onSpinWait();
      now = job(job);
    }
    return now;
  }

  JsonNode sources() {
    return server.get(ROOM + "/sources").json().get("sources");
  }
}
