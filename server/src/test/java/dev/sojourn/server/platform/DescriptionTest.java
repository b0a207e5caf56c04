package dev.sojourn.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description that the web client is generated from is the one that the server gives.
class DescriptionTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Path FILE =
      Path.of(System.getProperty("sojourn.root"), "web", "src", "api", "openapi.json");

  @TempDir Path directory;

  @Test
  void theWebClientIsGeneratedFromThisServer() throws IOException {
    String now;
    try (TestServer server = TestServer.on(directory)) {
      ObjectNode docs = (ObjectNode) server.get("/v3/api-docs").json();
      // The port differs from start to start.
      docs.remove("servers");
      now = JSON.writeValueAsString(docs) + "\n";
    }
    if (Boolean.getBoolean("sojourn.client")) {
      Files.writeString(FILE, now);
    }
    assertEquals(
        Files.readString(FILE),
        now,
        "the API has changed; run ./build client and commit the files");
  }
}
