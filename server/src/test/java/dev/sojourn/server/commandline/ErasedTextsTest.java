package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.OnEveryDatabase;
import dev.sojourn.server.TestServer;
import dev.sojourn.server.atlas.MapRequests;
import dev.sojourn.server.evidence.Listening;
import dev.sojourn.server.privacy.KeptTexts;
import dev.sojourn.server.workspace.Workspaces;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// After an erasure the identifier stands in no file, whatever people and jobs wrote.
class ErasedTextsTest {

  private static final String CAROL = "carol-4711@example.com";
  private static final String ROOM = MapRequests.ROOM;

  @TempDir private Path folder = Path.of("");

  private Path data() {
    return folder.resolve("data");
  }

  /// Maps with a history, a persona, a failed job, a stored file and one that waits, all naming
  /// Carol.
  private static String writeAbout(TestServer server) throws IOException, InterruptedException {
    try (Listening page = Listening.to(server, "default")) {
      return writeAbout(server, page);
    }
  }

  private static String writeAbout(TestServer server, Listening page) throws IOException {
    MapRequests maps = new MapRequests(server);
    JsonNode map = maps.make("Calls of " + CAROL + " and others", "PURCHASE");
    String id = map.at("/map/id").asString();
    String stage = map.at("/map/stages/0/id").asString();
    for (String name : List.of(CAROL, "Told by \\\"" + CAROL + "\\\"", "Somebody else")) {
      maps.apply(
          id,
          "Rename for " + CAROL,
          "{\"op\":\"set\",\"element\":\"%s\",\"field\":\"name\",\"value\":\"%s\"}"
              .formatted(stage, name));
    }
    TestServer.Answer persona =
        server.post(
            ROOM + "/personas",
            "{\"name\":\"Mia\",\"kind\":\"CUSTOMER\",\"standing\":\"PROTO\",\"quote\":\"Ask "
                + CAROL
                + ".\"}");
    assertEquals(201, persona.status(), persona.text());
    for (String rows :
        List.of("customer,event,time\n" + CAROL + ",call,soon\n", "a,b\n", "c\n" + CAROL + "\n")) {
      String upload = upload(server, CAROL + ".csv", rows);
      String job =
          server
              .post(ROOM + "/imports", "{\"uploads\":[\"" + upload + "\"]}")
              .json()
              .get("id")
              .asString();
      JsonNode now = server.get("/api/v1/jobs/" + job).json();
      while (now.get("endedAt").isNull()) {
        now = page.next("job", other -> other.get("id").asString().equals(job));
      }
    }
    upload(server, "waits.csv", "customer,event,time\n" + CAROL + ",call,2026-01-01\n");
    return id;
  }

  private static String upload(TestServer server, String name, String rows) {
    return server
        .send(
            server
                .request(ROOM + "/uploads?name=" + name)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(rows)))
        .json()
        .get("upload")
        .asString();
  }

  private List<Path> filesWith(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(data().relativize(file));
        }
      }
    }
    return found;
  }

  private static void assertErased(TestServer server, String map) {
    JsonNode now = new MapRequests(server).map(map);
    assertEquals("Calls of […] and others", now.at("/map/title").asString());
    assertEquals("Somebody else", now.at("/map/stages/0/name").asString());
    String changes = server.get(ROOM + "/maps/" + map + "/changes?since=1").text();
    assertTrue(changes.contains("Told by \\\"[…]\\\""), changes);
    String personas = server.get(ROOM + "/personas").text();
    assertTrue(personas.contains("Ask […]."), personas);
    String jobs = server.get(ROOM + "/jobs").text();
    assertTrue(jobs.contains("[…].csv"), jobs);
    assertTrue(!(changes + personas + jobs + now).contains(CAROL));
  }

  @Test
  void noFileNamesThePersonAfterACommandOfItsOwn() throws IOException, InterruptedException {
    String map;
    try (TestServer server = TestServer.on(data())) {
      map = writeAbout(server);
    }
    assertTrue(filesWith(CAROL).size() >= 2, filesWith(CAROL).toString());
    ObjectNode erased =
        Commands.run("erase", "--data", data().toString(), "--id", "email:" + CAROL).json();
    assertTrue(erased.get("texts").asLong() >= 6, erased.toString());
    assertEquals(List.of(), filesWith(CAROL));
    try (TestServer server = TestServer.on(data())) {
      assertErased(server, map);
    }
    assertEquals(List.of(), filesWith(CAROL));
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.server.OnEveryDatabase#kinds")
  void noFileNamesThePersonBesideARunningServer(OnEveryDatabase.Kind kind)
      throws IOException, InterruptedException {
    try (TestServer server = OnEveryDatabase.server(kind, data())) {
      String map = writeAbout(server);
      server.bean(Workspaces.class).require("default").erase(CAROL);
      assertTrue(server.bean(KeptTexts.class).erase("default", CAROL) >= 6);
      assertErased(server, map);
      assertEquals(List.of(), filesWith(CAROL));
      // Ids of elements and short words are no names.
      assertEquals(0, server.bean(KeptTexts.class).erase("default", "Buy"));
      assertEquals(0, server.bean(KeptTexts.class).erase("default", map.substring(9, 13)));
      assertEquals(0, server.bean(KeptTexts.class).erase("elsewhere", "Somebody"));
    }
  }
}
