package dev.sojourn.server.atlas;

import static dev.sojourn.server.atlas.MapRequests.ROOM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.lint.Finding;
import dev.sojourn.map.lint.MapLint;
import dev.sojourn.server.OnEveryDatabase;
import dev.sojourn.server.TestServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class MapsTest {

  private static final String EVERY = "dev.sojourn.server.OnEveryDatabase#kinds";

  private static final int CHANGES = 100;
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource(EVERY)
  void aMapIsMadeChangedListedCopiedBinnedAndRestored(OnEveryDatabase.Kind kind)
      throws IOException, InterruptedException {
    try (TestServer server = OnEveryDatabase.server(kind, directory)) {
      MapRequests maps = new MapRequests(server);
      JsonNode made = maps.make("Buying <b>shoes</b> \u202eعربي", "PURCHASE");
      String id = made.at("/map/id").asString();
      assertEquals(1, made.get("revision").asLong());
      assertEquals("buying-b-shoes-b", made.at("/map/key").asString());

      String stage = made.at("/map/stages/0/id").asString();
      JsonNode outcome = maps.apply(id, "Rename stage", set(stage, "name", "\"Need ' \\\" ; --\""));
      assertTrue(outcome.get("refused").isNull(), outcome.toString());
      assertEquals(2, outcome.get("revision").asLong());
      assertEquals("Need ' \" ; --", maps.map(id).at("/map/stages/0/name").asString());

      TestServer.Answer copy = server.post(ROOM + "/maps/" + id + "/copy", "{\"title\":\"B\"}");
      assertEquals(201, copy.status(), copy.text());
      assertNotEquals(id, copy.json().at("/map/id").asString());
      assertEquals(stage, copy.json().at("/map/stages/0/id").asString());

      JsonNode list = server.get(ROOM + "/maps").json().get("maps");
      assertEquals(2, list.size(), list.toString());
      assertEquals("B", list.get(0).get("title").asString());
      assertEquals(7, list.get(1).get("stages").asInt());

      assertEquals(204, server.delete(ROOM + "/maps/" + id).status());
      assertEquals(404, server.get(ROOM + "/maps/" + id).status());
      assertEquals(1, server.get(ROOM + "/maps").json().get("maps").size());
      assertEquals(id, server.get(ROOM + "/maps?bin=true").json().at("/maps/0/id").asString());
      assertEquals(200, server.post(ROOM + "/maps/" + id + "/restore", "").status());
      assertEquals(2, maps.map(id).get("revision").asLong());
      assertEquals(404, server.get("/api/v1/workspaces/other/maps/" + id).status());
    }
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void aChangeIsAppliedOnceHoweverOftenItIsSent(OnEveryDatabase.Kind kind)
      throws IOException, InterruptedException {
    try (TestServer server = OnEveryDatabase.server(kind, directory)) {
      MapRequests maps = new MapRequests(server);
      JsonNode made = maps.make("Shoes", "BLANK");
      String id = made.at("/map/id").asString();
      String lane = UUID.randomUUID().toString();
      String body =
          MapRequests.change(
              UUID.randomUUID().toString(),
              1,
              "Add lane",
              "{\"op\":\"insert\",\"list\":\"lanes\",\"value\":{\"id\":\""
                  + lane
                  + "\",\"role\":\"TEXT\",\"title\":\"Notes\"}}");
      JsonNode first = server.post(ROOM + "/maps/" + id + "/changes", body).json();
      JsonNode again = server.post(ROOM + "/maps/" + id + "/changes", body).json();
      assertEquals(first, again);
      assertEquals(2, maps.map(id).get("revision").asLong());

      JsonNode missed = server.get(ROOM + "/maps/" + id + "/changes?since=1").json();
      assertEquals(1, missed.get("changes").size());
      assertEquals("Add lane", missed.at("/changes/0/label").asString());
      assertEquals("insert", missed.at("/changes/0/operations/0/op").asString());
      assertEquals(410, server.get(ROOM + "/maps/" + id + "/changes?since=9").status());

      JsonNode history = server.get(ROOM + "/maps/" + id + "/history?limit=1").json();
      assertEquals("Add lane", history.at("/changes/0/label").asString());
      JsonNode rest =
          server
              .get(ROOM + "/maps/" + id + "/history?cursor=" + history.get("next").asString())
              .json();
      assertEquals(1, rest.get("changes").size());
      assertTrue(rest.get("next").isNull());
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAloneAndSaysWhy() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory)) {
      MapRequests maps = new MapRequests(server);
      JsonNode made = maps.make("Shoes", "PURCHASE");
      String id = made.at("/map/id").asString();
      String stage = made.at("/map/stages/6/id").asString();
      JsonNode outcome =
          maps.apply(id, "Delete stage", "{\"op\":\"delete\",\"element\":\"" + stage + "\"}");
      assertEquals("INVALID_MAP", outcome.at("/refused/reason").asString());
      assertTrue(
          outcome.at("/refused/sentence").asString().contains("Step 'buys again'"),
          outcome.toString());
      assertEquals(1, maps.map(id).get("revision").asLong());

      for (String body :
          List.of(
              "{}",
              "{\"changes\":[]}",
              "{\"changes\":[{\"id\":\"x\",\"label\":\"\",\"operations\":[{\"op\":\"x\"}]}]}",
              "{\"changes\":[null]}",
              "{\"changes\":[{\"operations\":[null]}]}",
              MapRequests.change(UUID.randomUUID().toString(), 1, "L", "{\"op\":\"set\"}"))) {
        TestServer.Answer answer = server.post(ROOM + "/maps/" + id + "/changes", body);
        assertEquals(400, answer.status(), answer.text());
        assertFalse(answer.json().get("problems").isEmpty(), answer.text());
      }
      assertEquals(
          409,
          server
              .post(
                  ROOM + "/maps/" + id + "/changes",
                  MapRequests.change(
                      UUID.randomUUID().toString(),
                      7,
                      "From the future",
                      set(id, "title", "\"x\"")))
              .status());
    }
  }

  @Test
  void aDocumentIsRefusedWithEveryProblemAndTakenWithAFreshIdWhereItsOwnIsTaken()
      throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory)) {
      MapRequests maps = new MapRequests(server);
      TestServer.Answer refused =
          server.post(ROOM + "/maps", "{\"map\":{\"title\":\"\",\"color\":1}}");
      assertEquals(400, refused.status());
      assertTrue(refused.json().get("problems").size() > 5, refused.text());
      for (String body :
          List.of(
              "{}",
              "{\"title\":\"A\",\"template\":\"X\",\"mapType\":\"Y\"}",
              "{\"title\":\" \"}")) {
        assertEquals(400, server.post(ROOM + "/maps", body).status());
      }
      JsonNode made = maps.make("Shoes", "PURCHASE");
      JsonNode again = maps.take(made.get("map").toString());
      assertNotEquals(made.at("/map/id"), again.at("/map/id"));
      assertEquals(made.at("/map/steps"), again.at("/map/steps"));
    }
  }

  /// Two pages write at once: every change is applied once, in one order, and nothing is lost.
  @ParameterizedTest
  @MethodSource(EVERY)
  void pagesThatWriteAtOnceLoseNothing(OnEveryDatabase.Kind kind)
      throws IOException, InterruptedException, ExecutionException {
    try (TestServer server = OnEveryDatabase.server(kind, directory);
        ExecutorService pages = Executors.newFixedThreadPool(4)) {
      MapRequests maps = new MapRequests(server);
      String id = maps.make("Shoes", "BLANK").at("/map/id").asString();
      List<Future<?>> done = new ArrayList<>();
      for (int page = 0; page < 4; page++) {
        String name = "page " + page;
        done.add(
            pages.submit(() -> {
              for (int i = 0; i < 10; i++) {
                JsonNode outcome =
                    maps.apply(
                        id,
                        name,
                        "{\"op\":\"insert\",\"list\":\"lanes\",\"value\":{\"id\":\""
                            + UUID.randomUUID()
                            + "\",\"role\":\"TEXT\",\"title\":\""
                            + name
                            + " "
                            + i
                            + "\"}}");
                assertTrue(outcome.get("refused").isNull(), outcome.toString());
              }
            }));
      }
      for (Future<?> one : done) {
        one.get();
      }
      JsonNode map = maps.map(id);
      assertEquals(41, map.get("revision").asLong());
      assertEquals(9 + 40, map.at("/map/lanes").size());
      JsonNode changes = server.get(ROOM + "/maps/" + id + "/changes?since=1").json();
      for (int i = 0; i < 40; i++) {
        assertEquals(i + 2, changes.at("/changes/" + i + "/revision").asLong());
      }
    }
  }

  @Test
  void everyTemplateIsAMapWithoutAFault() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory)) {
      for (String template : List.of("BLANK", "PURCHASE", "SERVICE", "SUBSCRIPTION", "DAY")) {
        for (String type :
            List.of("CURRENT_STATE", "FUTURE_STATE", "DAY_IN_THE_LIFE", "SERVICE_BLUEPRINT")) {
          TestServer.Answer made =
              server.post(
                  ROOM + "/maps",
                  "{\"title\":\"T\",\"template\":\""
                      + template
                      + "\",\"mapType\":\""
                      + type
                      + "\"}");
          assertEquals(201, made.status(), made.text());
          List<Finding> errors =
              MapLint.of(MapJson.read(made.json().get("map"))).stream()
                  .filter(f -> f.severity() == Finding.Severity.ERROR)
                  .toList();
          assertEquals(List.of(), errors);
        }
      }
    }
  }

  @Test
  void picturesAndFilesAreTheSameBytesEachTime() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory)) {
      MapRequests maps = new MapRequests(server);
      String id = maps.make("Shoes & boots", "PURCHASE").at("/map/id").asString();
      for (String path :
          List.of(
              "/thumbnail.svg",
              "/thumbnail.svg?theme=dark",
              "/export?format=svg",
              "/export?format=png&theme=dark",
              "/export?format=pdf&page=A3",
              "/export?format=json")) {
        byte[] first = bytes(server, ROOM + "/maps/" + id + path);
        assertTrue(first.length > 100, path);
        assertArrayEquals(first, bytes(server, ROOM + "/maps/" + id + path), path);
      }
      TestServer.Answer export = server.get(ROOM + "/maps/" + id + "/export?format=svg");
      assertEquals(
          "attachment; filename=\"shoes-boots.svg\"",
          export.response().headers().firstValue("Content-Disposition").orElseThrow());
      assertTrue(export.response().headers().firstValue("Sojourn-Notice").isEmpty());
      String boxes = maps.make("Visits to \u5ba2\u6236", "BLANK").at("/map/id").asString();
      assertEquals(
          "2 letters are boxes in this picture, because no font here has them (Han). Put a font that"
              + " has them into a folder and name the folder in SOJOURN_FONTS when Sojourn is"
              + " started.",
          server
              .get(ROOM + "/maps/" + boxes + "/export?format=svg")
              .response()
              .headers()
              .firstValue("Sojourn-Notice")
              .orElseThrow());
      TestServer.Answer ribbon =
          server.get(ROOM + "/maps/" + id + "/ribbon?columns=0,100,200,300,400,500,600,700");
      assertEquals(200, ribbon.status(), ribbon.text());
      assertEquals("DESIGNED", ribbon.json().at("/paths/0/kind").asString());
      for (String path :
          List.of(
              "/ribbon?columns=0,x",
              "/ribbon?columns=0,100",
              "/ribbon",
              "/export?format=gif",
              "/export?format=pdf&page=A4",
              "/thumbnail.svg?theme=pink")) {
        assertEquals(400, server.get(ROOM + "/maps/" + id + path).status(), path);
      }
    }
  }

  private static byte[] bytes(TestServer server, String path)
      throws IOException, InterruptedException {
    try (java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
      return client
          .send(server.request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }

  /// A page with three hundred cards and a thousand touchpoints is as quick to change as a small
  /// one: the median of what the server does for one change.
  @Test
  void aLargeMapChangesQuickly() throws IOException, InterruptedException {
    try (TestServer server = TestServer.on(directory)) {
      Maps maps = server.bean(Maps.class);
      StoredMap map = maps.add("default", LargeMap.of(300, 0), "Test");
      StoredMap wide = maps.add("default", LargeMap.of(300, 1_000), "Test");
      System.out.println(
          "processor time of one change of a map with 300 cards: "
              + millis(maps, map)
              + " ms, with 1,000 touchpoints more: "
              + millis(maps, wide)
              + " ms");
      assertEquals(CHANGES + 1, maps.require("default", wide.id()).revision());
    }
  }

  private static double millis(Maps maps, StoredMap map) {
    long[] took = new long[CHANGES];
    for (int i = 0; i < took.length; i++) {
      MapChange change =
          new MapChange(
              UUID.randomUUID().toString(),
              1,
              "Write",
              List.of(
                  new dev.sojourn.map.operation.Operation.Set(
                      map.map().cards().get(i).id().toString(),
                      "body",
                      tools.jackson.databind.node.StringNode.valueOf("written " + i))));
      long start = PROCESSOR.getCurrentThreadCpuTime();
      Outcome outcome = maps.change("default", map.id(), List.of(change)).getFirst();
      took[i] = PROCESSOR.getCurrentThreadCpuTime() - start;
      assertEquals(null, outcome.refused());
    }
    Arrays.sort(took);
    return Math.round(took[took.length / 2] / 1e5) / 10.0;
  }

  private static String set(String element, String field, String value) {
    return "{\"op\":\"set\",\"element\":\""
        + element
        + "\",\"field\":\""
        + field
        + "\",\"value\":"
        + value
        + "}";
  }
}
