package dev.sojourn.server.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.ServerProcess;
import dev.sojourn.server.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that is killed in the middle of an import goes on with it when it is back, and ends
/// with the counts of an import that nothing disturbed.
class KilledImportTest {

  private static final int ROWS = 1_200_000;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  private Path longFile() throws IOException {
    StringBuilder rows = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < ROWS; i++) {
      // A row in a thousand is none.
      rows.append(i % 1_000 == 7 ? "" : "c" + i % 4_001).append(",e").append(i % 9);
      rows.append(',').append(i).append('\n');
    }
    return Files.writeString(directory.resolve("long.csv"), rows);
  }

  private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.body());
    return JSON.readTree(answer.body());
  }

  private static HttpRequest.Builder post(String address, String json) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  private JsonNode job(String address, String id) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(URI.create(address + "/api/v1/jobs/" + id)));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 45, 80})
  void goesOnAfterAKill(int percent) throws IOException, InterruptedException {
    Path file = longFile();
    JsonNode undisturbed;
    JsonNode itsSource;
    try (TestServer server = TestServer.on(directory.resolve("undisturbed"))) {
      CollectClient calm = new CollectClient(server);
      undisturbed =
          calm.imported(
              "{\"timeFormat\":\"epoch-seconds\"}",
              calm.upload("long.csv", Files.readAllBytes(file)));
      itsSource = calm.sources().get(0);
    }
    String job;
    try (ServerProcess killed = ServerProcess.on(directory.resolve("killed"))) {
      String address = killed.address();
      String upload =
          ask(HttpRequest.newBuilder(
                      URI.create(address + CollectClient.ROOM + "/uploads?name=long.csv"))
                  .POST(HttpRequest.BodyPublishers.ofFile(file)))
              .get("upload")
              .asString();
      job =
          ask(post(
                  address + CollectClient.ROOM + "/imports",
                  "{\"uploads\":[\""
                      + upload
                      + "\"],\"options\":{\"timeFormat\":\"epoch-seconds\"}}"))
              .get("id")
              .asString();
      JsonNode now = job(address, job);
      while (now.get("total").isNull()
          || now.get("done").asLong() * 100 < now.get("total").asLong() * percent) {
        assertTrue(now.get("endedAt").isNull(), now.toString());
        now = job(address, job);
      }
    }
    try (TestServer server = TestServer.on(directory.resolve("killed"))) {
      CollectClient back = new CollectClient(server);
      JsonNode broken = back.job(job);
      assertEquals("INTERRUPTED", broken.get("state").asString(), broken.toString());
      assertTrue(broken.get("resumable").asBoolean());
      server.post("/api/v1/jobs/" + job + "/resume", "");
      JsonNode done = back.ended(job);
      assertEquals("DONE", done.get("state").asString(), done.toString());
      assertEquals(undisturbed.get("result"), done.get("result"));
      JsonNode source = back.sources().get(0);
      for (String count : List.of("id", "read", "stored", "duplicates", "rejected", "events")) {
        assertEquals(itsSource.get(count), source.get(count), count);
      }
    }
  }
}
