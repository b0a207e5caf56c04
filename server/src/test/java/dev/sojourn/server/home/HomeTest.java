package dev.sojourn.server.home;

import static dev.sojourn.server.atlas.MapRequests.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.TestServer;
import dev.sojourn.server.atlas.MapRequests;
import dev.sojourn.server.evidence.Listening;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.ImportProgress;
import dev.sojourn.store.files.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HomeTest {

  private static final String BUYING =
      """
      {"schemaVersion": 1, "id": "00000000-0000-4000-8000-000000000000", "key": "buying",
       "title": "Buying", "mapType": "CURRENT_STATE", "state": "AS_IS", "status": "DRAFT",
       "reviewEveryMonths": 12,
       "stages": [
         {"id": "22222222-0000-4000-8000-000000000001", "name": "Look", "stageKind": "AWARENESS"},
         {"id": "22222222-0000-4000-8000-000000000002", "name": "Buy", "stageKind": "PURCHASE"}],
       "steps": [
         {"id": "33333333-0000-4000-8000-000000000001", "title": "looks",
          "stage": "22222222-0000-4000-8000-000000000001", "orderGroup": "SEQUENCE"},
         {"id": "33333333-0000-4000-8000-000000000002", "title": "buys",
          "stage": "22222222-0000-4000-8000-000000000002", "orderGroup": "SEQUENCE"}],
       "lanes": [
         {"id": "55555555-0000-4000-8000-000000000001", "role": "TOUCHPOINT", "title": "Where"}],
       "cards": [
         {"id": "66666666-0000-4000-8000-000000000001", "body": "",
          "lane": "55555555-0000-4000-8000-000000000001",
          "fromStep": "33333333-0000-4000-8000-000000000001",
          "toStep": "33333333-0000-4000-8000-000000000001",
          "touchpoint": "77777777-0000-4000-8000-000000000011"},
         {"id": "66666666-0000-4000-8000-000000000002", "body": "",
          "lane": "55555555-0000-4000-8000-000000000001",
          "fromStep": "33333333-0000-4000-8000-000000000002",
          "toStep": "33333333-0000-4000-8000-000000000002",
          "touchpoint": "77777777-0000-4000-8000-000000000012"},
         {"id": "66666666-0000-4000-8000-000000000003", "body": "",
          "lane": "55555555-0000-4000-8000-000000000001",
          "fromStep": "33333333-0000-4000-8000-000000000002",
          "toStep": "33333333-0000-4000-8000-000000000002",
          "touchpoint": "77777777-0000-4000-8000-000000000013"}],
       "touchpoints": [
         {"id": "77777777-0000-4000-8000-000000000011", "name": "Catalog",
          "observability": "EVENTS", "binding": {"events": ["look"]}},
         {"id": "77777777-0000-4000-8000-000000000012", "name": "Cart",
          "observability": "EVENTS", "binding": {"events": ["cart"]}},
         {"id": "77777777-0000-4000-8000-000000000013", "name": "Payment",
          "observability": "EVENTS", "binding": {"events": ["pay"]}}],
       "claims": [
         {"id": "99999999-0000-4000-8000-000000000001", "claimType": "OCCURS",
          "element": "77777777-0000-4000-8000-000000000013", "tolerance": 0,
          "statement": "At least one in five pays.", "expectation": {"atLeast": 0.2}}]}
      """;

  @TempDir Path directory;

  @Test
  void theFirstDayIsToldFromAllOthers() throws IOException {
    try (TestServer server = TestServer.on(directory)) {
      JsonNode home = server.get(ROOM + "/home").json();
      assertTrue(home.get("firstDay").booleanValue());
      assertEquals(0, home.at("/flowing/events").asLong());
      new MapRequests(server).make("Shoes", "BLANK");
      assertFalse(server.get(ROOM + "/home").json().get("firstDay").booleanValue());
      assertEquals(404, server.get("/api/v1/workspaces/none/home").status());
    }
  }

  @Test
  void whatHurtsChangesAndIsDueIsSaidWithItsNumbers() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory.resolve("data"));
        Listening page = Listening.to(server, "default")) {
      add(server, page, "shop.csv", customers(0, 300, 200, 90));
      String map = new MapRequests(server).take(BUYING).at("/map/id").asString();
      page.next("evidence", e -> e.get("map").asString().equals(map));
      JsonNode home = server.get(ROOM + "/home").json();
      assertEquals(0, home.get("changed").size(), home.toString());
      assertEquals(590, home.at("/flowing/events").asLong());
      JsonNode hurt = home.at("/hurts/0");
      assertEquals("DROP_OFF", hurt.get("kind").asString(), home.toString());
      assertEquals("Customers leave at “Look”", hurt.get("title").asString());
      assertEquals(100, hurt.get("number").asLong());
      assertEquals(300, hurt.get("of").asLong());
      assertEquals(map, hurt.at("/map/id").asString());
      assertEquals(0, home.get("due").size(), home.toString());

      // Customers stop paying: what the draft claimed of paying turns.
      add(server, page, "later.csv", customers(300, 3000, 300, 0));
      page.next("evidence", e -> e.get("map").asString().equals(map));
      JsonNode later = server.get(ROOM + "/home").json();
      assertTrue(
          later
              .get("changed")
              .valueStream()
              .anyMatch(line ->
                  line.get("kind").asString().equals("VERDICT")
                      && line.get("level").asString().equals("CONTRADICTED")
                      && line.get("detail").asString().endsWith("Was confirmed.")),
          later.toString());
      assertTrue(later.at("/hurts/0/number").asLong() > 1_000, later.toString());

      new MapRequests(server)
          .apply(
              map,
              "Add a touchpoint",
              "{\"op\":\"insert\",\"list\":\"touchpoints\",\"value\":{\"id\":"
                  + "\"77777777-0000-4000-8000-000000000001\",\"name\":\"TV spot\","
                  + "\"observability\":\"UNKNOWN\"}}");
      JsonNode due = server.get(ROOM + "/home").json().at("/due/0");
      assertEquals("UNBOUND", due.get("kind").asString());
      assertEquals("TV spot", due.get("detail").asString());
    }
  }

  private void add(TestServer server, Listening page, String name, String csv) throws IOException {
    Path file = Files.writeString(directory.resolve(name), csv);
    Workspaces workspaces = server.bean(Workspaces.class);
    workspaces
        .require("default")
        .importFiles(List.of(file), ImportOptions.defaults(), ImportProgress.NONE);
    workspaces.eventsChanged("default");
    page.next("contents", contents -> true);
  }

  private static String customers(int first, int look, int cart, int pay) {
    StringBuilder csv = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < look; i++) {
      String id = "c" + (first + i);
      csv.append(id).append(",look,2026-11-01T08:00:00Z\n");
      if (i < cart) {
        csv.append(id).append(",cart,2026-11-01T08:10:00Z\n");
      }
      if (i < pay) {
        csv.append(id).append(",pay,2026-11-01T08:30:00Z\n");
      }
    }
    return csv.toString();
  }
}
