package dev.sojourn.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoOverHttpTest {

  @TempDir Path directory;

  @Test
  void twoWorkspacesAreLoadedMappedAndCheckedOnce() throws IOException {
    try (TestServer server = TestServer.on(directory, null, true)) {
      for (DemoWorkspace demo : DemoWorkspace.values()) {
        JsonNode job = ended(server, demo);
        assertEquals("DONE", job.get("state").asString(), job.toString());
        JsonNode maps = server.get("/api/v1/workspaces/" + demo.id() + "/maps").json().get("maps");
        assertEquals(1, maps.size(), maps.toString());
        JsonNode map =
            server
                .get(
                    "/api/v1/workspaces/" + demo.id() + "/maps/" + maps.get(0).get("id").asString())
                .json();
        assertEquals(demo.synthetic(), map.at("/evidence/synthetic").asBoolean(), demo.id());
        assertTrue(map.at("/evidence/customers").asLong() > 3_000, map.at("/evidence").toString());
        JsonNode sources =
            server.get("/api/v1/workspaces/" + demo.id() + "/sources").json().get("sources");
        assertEquals(demo.source(), sources.get(0).get("name").asString());
        assertEquals(demo.synthetic(), sources.get(0).get("synthetic").asBoolean());
      }
    }
    try (TestServer again = TestServer.on(directory, null, true)) {
      assertEquals("DONE", again.post("/api/v1/demo", "").json().get("state").asString());
      assertEquals(1, again.get("/api/v1/workspaces/shop/maps").json().get("maps").size());
      assertEquals(1, again.get("/api/v1/workspaces/shop/jobs").json().get("jobs").size());
    }
  }

  /// Waits for a job by asking, as a page without a stream does.
  private static JsonNode ended(TestServer server, DemoWorkspace demo) {
    long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    JsonNode job = newest(server, demo);
    while (job.get("endedAt").isNull() && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      job = newest(server, demo);
    }
    return job;
  }

  private static JsonNode newest(TestServer server, DemoWorkspace demo) {
    return server.get("/api/v1/workspaces/" + demo.id() + "/jobs").json().at("/jobs/0");
  }
}
