package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.ServerProcess;
import dev.sojourn.server.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Commands on a directory that a server has open are run by the server.
class CommandsBesideAServerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of("");

  /// A process of its own, because the one that holds a directory never asks itself.
  private Process start(String... arguments) throws IOException {
    return new ProcessBuilder(ServerProcess.command(arguments)).directory(folder.toFile()).start();
  }

  @Test
  void theServerAnswersWhatTheCommandWouldHaveAnswered() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("visits.csv"),
        "customer,event,time\nada,home,2026-01-01T10:00:00Z\nada,buy,2026-01-01T10:05:00Z\n");
    Process server = start("serve", "--data", "data", "--port", "0");
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder said = new StringBuilder();
      String line = "";
      while (line != null && !line.startsWith("}")) {
        line = out.readLine();
        said.append(line).append('\n');
      }
      String address = JSON.readTree(said.toString()).get("address").asString();
      JsonNode imported = answer(start("import", "visits.csv", "--data", "data"));
      assertEquals(2, imported.get("stored").asInt());
      // Seen by the server at once.
      HttpResponse<String> seen =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address + "api/v1/workspaces")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(2, JSON.readTree(seen.body()).at("/workspaces/0/events").asInt(), seen.body());
      Files.writeString(folder.resolve("spec.json"), "{\"analysis\":\"summary\"}");
      assertEquals(1, answer(start("analyze", "spec.json", "--data", "data")).get("units").asInt());
      Process refused = start("analyze", "none.json", "--data", "data");
      String why = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(2, refused.waitFor(), why);
      assertTrue(why.contains("none.json"), why);
      Process second = start("serve", "--data", "data", "--port", "0");
      String busy = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(2, second.waitFor(), busy);
      assertTrue(busy.contains("in use by process " + server.pid()), busy);
    } finally {
      server.destroy();
      assertEquals(143, server.waitFor());
    }
    assertEquals(2, answer(start("doctor", "--data", "data")).get("events").asInt());
  }

  @Test
  void aStrangerIsNotLetIn() throws IOException {
    try (TestServer server = TestServer.on(folder.resolve("data"))) {
      TestServer.Answer answer =
          server.post(
              "/api/v1/commands", "{\"arguments\":[\"doctor\"],\"folder\":\"/\",\"input\":null}");
      assertEquals(404, answer.status(), answer.text());
    }
  }

  private static JsonNode answer(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), err);
    return JSON.readTree(out);
  }
}
