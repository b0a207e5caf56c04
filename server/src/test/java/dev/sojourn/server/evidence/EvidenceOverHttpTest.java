package dev.sojourn.server.evidence;

import static dev.sojourn.server.atlas.MapRequests.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.OnEveryDatabase;
import dev.sojourn.server.TestServer;
import dev.sojourn.server.atlas.MapRequests;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.ImportProgress;
import dev.sojourn.store.files.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EvidenceOverHttpTest {

  @TempDir Path directory;

  /// 300 customers look, 200 of them put into the cart ten minutes later, 90 of those pay after
  /// twenty; everybody reads a leaflet that no map speaks of.
  private void shop(TestServer server) throws IOException {
    StringBuilder csv = new StringBuilder("customer,event,time\n");
    for (int c = 0; c < 300; c++) {
      csv.append("c").append(c).append(",leaflet,2026-11-01T07:00:00Z\n");
      csv.append("c").append(c).append(",look,2026-11-01T08:00:00Z\n");
      if (c < 200) {
        csv.append("c").append(c).append(",cart,2026-11-01T08:10:00Z\n");
      }
      if (c < 90) {
        csv.append("c").append(c).append(",pay,2026-11-01T08:30:00Z\n");
      }
    }
    add(server, "shop.csv", csv.toString());
  }

  private void add(TestServer server, String name, String csv) throws IOException {
    Path file = Files.writeString(directory.resolve(name), csv);
    Workspaces workspaces = server.bean(Workspaces.class);
    workspaces
        .require("default")
        .importFiles(List.of(file), ImportOptions.defaults(), ImportProgress.NONE);
    workspaces.eventsChanged("default");
  }

  private static JsonNode finished(TestServer server, Listening page, JsonNode job)
      throws IOException {
    String id = job.get("id").asString();
    JsonNode now = server.get("/api/v1/jobs/" + id).json();
    while (!List.of("DONE", "FAILED", "CANCELLED").contains(now.get("state").asString())) {
      now = page.next("job", other -> other.get("id").asString().equals(id));
    }
    return now;
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.server.OnEveryDatabase#kinds")
  void aDraftComesWithEvidenceAndIsCheckedAgainWhenItChanges(OnEveryDatabase.Kind kind)
      throws IOException, InterruptedException {
    try (TestServer server = OnEveryDatabase.server(kind, directory.resolve("data"));
        Listening page = Listening.to(server, "default")) {
      shop(server);
      MapRequests maps = new MapRequests(server);
      TestServer.Answer asked = server.post(ROOM + "/drafts", "{\"title\":\"Buying shoes\"}");
      assertEquals(202, asked.status(), asked.text());
      JsonNode job = finished(server, page, asked.json());
      assertEquals("DONE", job.get("state").asString(), job.toString());
      String id = job.at("/result/map").asString();

      JsonNode draft = maps.map(id);
      assertEquals("Buying shoes", draft.at("/map/title").asString());
      JsonNode evidence = draft.get("evidence");
      assertEquals(300, evidence.get("customers").asLong());
      assertEquals("2026-11-01T08:30:00Z", evidence.get("dataThrough").asString());
      JsonNode pay = touchpoint(draft, "pay");
      assertEquals("SEEN", sight(draft, pay).get("state").asString());
      assertEquals(90, sight(draft, pay).get("customers").asLong());
      JsonNode mark = evidence.at("/marks/" + pay.get("id").asString());
      assertEquals("OBSERVED", mark.get("level").asString(), mark.toString());
      assertTrue(mark.get("word").asString().startsWith("seen in 30"), mark.toString());
      for (JsonNode stage : evidence.get("stages")) {
        if (!stage.get("dropOff").isNull()) {
          assertEquals(stage.get("lost"), stage.at("/dropOff/n"));
        }
      }
      JsonNode list = server.get(ROOM + "/maps").json().at("/maps/0");
      assertEquals(300, list.get("customers").asLong(), list.toString());
      assertTrue(list.at("/marks/OBSERVED").asInt() > 0, list.toString());

      // Unbound, the touchpoint is an assumption at once, and its event is not on the map.
      maps.apply(
          id,
          "Unbind",
          "{\"op\":\"set\",\"element\":\""
              + pay.get("id").asString()
              + "\",\"field\":\"binding\"}");
      assertEquals("UNBOUND", sight(maps.map(id), pay).get("state").asString());
      page.next(
          "evidence", e -> e.get("map").asString().equals(id) && e.get("revision").asLong() == 2);
      JsonNode unbound = maps.map(id).get("evidence");
      assertEquals(2, unbound.get("checkedRevision").asLong());
      assertTrue(
          unbound
              .get("unmapped")
              .valueStream()
              .anyMatch(u -> u.get("name").asString().equals("pay")),
          unbound.get("unmapped").toString());

      // More events come: everything is counted anew.
      add(
          server,
          "more.csv",
          "customer,event,time\nnew1,look,2026-11-02T08:00:00Z\nnew2,look,2026-11-02T09:00:00Z\n");
      page.next("evidence", e -> e.get("map").asString().equals(id));
      assertEquals(302, maps.map(id).at("/evidence/customers").asLong());

      // What changed is kept with what it was before.
      List<MapNews.VerdictChange> news = server.bean(MapNews.class).verdicts("default", 20);
      assertTrue(
          news.stream()
              .anyMatch(change ->
                  change.element().toString().equals(pay.get("id").asString())
                      && change.verdict().name().equals("NOT_MEASURABLE")
                      && change.former().name().equals("CONFIRMED")),
          news.toString());
    }
  }

  @Test
  void aMapWithNothingBoundIsNotCheckedAndSaysSoWhenAsked()
      throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory.resolve("data"));
        Listening page = Listening.to(server, "default")) {
      shop(server);
      MapRequests maps = new MapRequests(server);
      String id = maps.make("Shoes", "PURCHASE").at("/map/id").asString();
      JsonNode job =
          finished(server, page, server.post(ROOM + "/maps/" + id + "/check", "").json());
      assertEquals("FAILED", job.get("state").asString());
      assertTrue(job.at("/problems/0/message").asString().contains("bind a touchpoint"));
      assertTrue(maps.map(id).get("evidence").isNull());
    }
  }

  @Test
  void aDraftFromInventedEventsSaysSo() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory.resolve("data"))) {
      Path file =
          Files.writeString(
              directory.resolve("made-up.csv"),
              "customer,event,time\na,look,2026-11-01\na,pay,2026-11-02\nb,look,2026-11-01\n");
      Workspaces workspaces = server.bean(Workspaces.class);
      workspaces.ensure("toy", "Toy shop", true, null);
      workspaces
          .require("toy")
          .importFiles(List.of(file), ImportOptions.defaults(), ImportProgress.NONE);
      try (Listening page = Listening.to(server, "toy")) {
        String toy = "/api/v1/workspaces/toy";
        JsonNode job = finished(server, page, server.post(toy + "/drafts", "{}").json());
        String map = toy + "/maps/" + job.at("/result/map").asString();
        assertTrue(server.get(map).json().at("/map/synthetic").asBoolean(), job.toString());
        assertTrue(server.get(map + "/export?format=json").json().at("/synthetic").asBoolean());
      }
    }
  }

  @Test
  void aPersonaIsComparedWithAllOthers() throws IOException {
    try (TestServer server = TestServer.on(directory.resolve("data"))) {
      StringBuilder csv = new StringBuilder("customer,event,time,group\n");
      for (int c = 0; c < 100; c++) {
        String group = c < 40 ? "student" : c < 70 ? "commuter" : "";
        csv.append("c").append(c).append(",visit,2026-11-01T07:00:00Z,").append(group).append("\n");
        if (c < 30 || c >= 90) {
          csv.append("c").append(c).append(",order ahead,2026-11-01T08:00:00Z,\n");
        }
      }
      add(server, "groups.csv", csv.toString());
      String persona =
          "{\"name\":\"Mia\",\"kind\":\"CUSTOMER\",\"standing\":\"PROTO\",\"segment\":{\"where\":["
              + "{\"property\":\"group\",\"values\":[\"GROUP\"]}]}}";
      String mia =
          server
              .post(ROOM + "/personas", persona.replace("GROUP", "student"))
              .json()
              .get("id")
              .asString();
      JsonNode data = server.get(ROOM + "/personas/" + mia).json().get("data");
      assertEquals(40, data.at("/customers/n").asLong(), data.toString());
      assertEquals(100, data.at("/customers/d").asLong());
      assertEquals("order ahead", data.at("/touchpoints/0/name").asString());
      assertEquals(30, data.at("/touchpoints/0/inside/n").asLong());
      assertEquals(10, data.at("/touchpoints/0/outside/n").asLong());
      assertEquals(2.0, data.at("/journeyLength/medianInside").asDouble());
      assertEquals(1.0, data.at("/journeyLength/medianOutside").asDouble());
      assertEquals(
          "75 % of them come to “order ahead”, 17 % of all others.",
          data.get("sentence").asString());
      String nobody =
          server
              .post(ROOM + "/personas", persona.replace("GROUP", "nobody"))
              .json()
              .get("id")
              .asString();
      assertEquals(
          "No customer has an event with these properties.",
          server.get(ROOM + "/personas/" + nobody).json().at("/data/sentence").asString());
    }
  }

  @Test
  void aDraftWithoutEventsFailsWithASentence() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory.resolve("data"));
        Listening page = Listening.to(server, "default")) {
      JsonNode job = finished(server, page, server.post(ROOM + "/drafts", "{}").json());
      assertEquals("FAILED", job.get("state").asString());
      assertTrue(job.get("sentence").asString().contains("no event"), job.toString());
      assertEquals(404, server.post(ROOM + "/maps/" + UUID.randomUUID() + "/check", "").status());
    }
  }

  @Test
  void theFileOfACheckedMapIsWholeAndTheSameEachTime() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory.resolve("data"));
        Listening page = Listening.to(server, "default")) {
      shop(server);
      JsonNode job = finished(server, page, server.post(ROOM + "/drafts", "{}").json());
      String id = job.at("/result/map").asString();
      MapRequests maps = new MapRequests(server);
      String export = ROOM + "/maps/" + id + "/export?format=";
      assertFalse(server.get(export + "json").json().at("/reality/flows").isEmpty());
      assertEquals(server.get(export + "svg").text(), server.get(export + "svg").text());
      assertTrue(server.get(export + "svg").text().contains("300 customers"));
      JsonNode map = maps.map(id).get("map");
      assertNotEquals(0, map.get("stages").size());
      TestServer.Answer ribbon =
          server.get(ROOM + "/maps/" + id + "/ribbon?columns=" + columns(map.get("stages").size()));
      assertTrue(
          ribbon
              .json()
              .get("paths")
              .valueStream()
              .anyMatch(p -> p.get("kind").asString().equals("TRAVEL")),
          ribbon.text());
      JsonNode taken = maps.take(server.get(export + "json").text());
      assertEquals(map.get("stages"), taken.at("/map/stages"));
      assertTrue(taken.at("/map/reality").isMissingNode());
    }
  }

  private static String columns(int stages) {
    StringBuilder columns = new StringBuilder("0");
    for (int i = 1; i <= stages; i++) {
      columns.append(",").append(i * 200);
    }
    return columns.toString();
  }

  private static JsonNode touchpoint(JsonNode answer, String name) {
    return answer
        .at("/map/touchpoints")
        .valueStream()
        .filter(t -> t.get("name").asString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(answer.at("/map/touchpoints").toString()));
  }

  private static JsonNode sight(JsonNode answer, JsonNode touchpoint) {
    return answer
        .at("/evidence/touchpoints")
        .valueStream()
        .filter(t -> t.get("touchpoint").equals(touchpoint.get("id")))
        .findFirst()
        .orElseThrow();
  }
}
