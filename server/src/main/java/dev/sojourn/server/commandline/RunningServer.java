package dev.sojourn.server.commandline;

import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.store.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Has a command run by the server that holds the directory, which is the one process that may.
final class RunningServer {

  private final ServerAddress server;

  RunningServer(ServerAddress server) {
    this.server = server;
  }

  /// Runs a command there; what it prints is printed here.
  ///
  /// @return its exit code
  int run(List<String> arguments, Surroundings surroundings) throws IOException {
    ObjectNode body = JsonForm.object();
    ArrayNode list = body.putArray("arguments");
    arguments.forEach(list::add);
    if (surroundings.terminal() && !arguments.contains("--progress")) {
      list.add("--progress");
    }
    body.put("folder", Path.of("").toAbsolutePath().toString());
    if (arguments.contains("-")) {
      body.put("input", Base64.getEncoder().encodeToString(surroundings.in().readAllBytes()));
    }
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("api/v1/commands"))
            .header("Content-Type", "application/json")
            .header("Sojourn-Token", server.token())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IOException(
            "The server that has the directory open answered " + response.statusCode() + ".");
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        return read(lines, surroundings);
      } finally {
        // The server stops a command that nobody listens to.
        client.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped as asked; nothing is lost.");
    }
  }

  private static int read(BufferedReader lines, Surroundings surroundings) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      if (surroundings.cancelled().getAsBoolean()) {
        throw new StoppedException(
            "Stopped as asked: the server stops too, and what it had stored is kept.");
      }
      if (!line.isBlank()) {
        ObjectNode said = JsonForm.readObject("the answer", line.getBytes(StandardCharsets.UTF_8));
        surroundings.err().print(said.path("err").asString(""));
        surroundings.err().flush();
        if (said.has("exit")) {
          surroundings.out().print(said.path("out").asString(""));
          surroundings.out().flush();
          return said.get("exit").asInt();
        }
      }
      line = lines.readLine();
    }
    throw new IOException(
        "The server that has the directory open ended before it answered; run the command again.");
  }
}
