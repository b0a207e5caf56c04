package dev.sojourn.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.OnEveryDatabase;
import dev.sojourn.server.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerTest {

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.sojourn.server.OnEveryDatabase#kinds")
  void aWorkspaceIsMadeNamedAndFoundAgain(OnEveryDatabase.Kind kind) throws Exception {
    try (TestServer server = OnEveryDatabase.server(kind, directory)) {
      assertEquals(
          "default", server.get("/api/v1/workspaces").json().at("/workspaces/0/id").asString());
      TestServer.Answer made = server.post("/api/v1/workspaces", "{\"name\":\"Café Müller\"}");
      assertEquals(201, made.status(), made.text());
      assertEquals("cafe-muller", made.json().get("id").asString());
      assertEquals(
          "cafe-muller-2",
          server
              .post("/api/v1/workspaces", "{\"name\":\"Cafe Muller\"}")
              .json()
              .get("id")
              .asString());
      assertEquals(0, server.get("/api/v1/workspaces/cafe-muller").json().get("events").asLong());
    }
  }

  @Test
  void everyRefusalIsASentenceAndNeverAStackTrace() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      for (TestServer.Answer answer :
          new TestServer.Answer[] {
            server.get("/api/v1/workspaces/none"),
            server.get("/api/v1/jobs/none"),
            server.post("/api/v1/workspaces", "{\"name\":\"\"}"),
            server.post("/api/v1/workspaces", "{\"title\":\"A\"}"),
            server.post("/api/v1/workspaces", "{"),
            server.post("/api/v1/workspaces", ""),
            server.get("/api/v1/nothing"),
            server.delete("/api/v1/workspaces"),
          }) {
        assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
        assertTrue(answer.json().get("detail").asString().endsWith("."), answer.text());
        assertFalse(answer.text().contains("Exception"), answer.text());
      }
      assertTrue(
          server
              .post("/api/v1/workspaces", "{\"title\":\"A\"}")
              .json()
              .at("/problems/0/message")
              .asString()
              .contains("name"));
    }
  }

  @Test
  void aForeignSiteNeitherReadsNorWrites() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      TestServer.Answer written =
          server.send(
              server
                  .request("/api/v1/workspaces")
                  .header("Content-Type", "application/json")
                  .header("Origin", "https://example.com")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"x\"}")));
      assertEquals(403, written.status());
      try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port(server))) {
        socket
            .getOutputStream()
            .write(
                "GET /api/v1/workspaces HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String answer =
            new String(
                socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
      }
    }
  }

  private static int port(TestServer server) {
    return java.net.URI.create(server.address()).getPort();
  }

  @Test
  void itDescribesItself() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      TestServer.Answer docs = server.get("/v3/api-docs");
      assertEquals(200, docs.status(), docs.text());
      assertTrue(docs.json().get("openapi").asString().startsWith("3.1"), docs.text());
      assertTrue(docs.json().at("/paths/~1api~1v1~1workspaces").isObject(), docs.text());
      assertEquals(
          server.get("/api/v1/app").json().get("build").asString(),
          docs.response().headers().firstValue("Sojourn-Build").orElseThrow());
    }
  }
}
