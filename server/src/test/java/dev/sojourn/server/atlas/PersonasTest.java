package dev.sojourn.server.atlas;

import static dev.sojourn.server.atlas.MapRequests.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.server.OnEveryDatabase;
import dev.sojourn.server.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PersonasTest {

  @TempDir Path directory;

  private static String anna(String name) {
    return "{\"name\":\""
        + name
        + "\",\"kind\":\"CUSTOMER\",\"standing\":\"PROTO\",\"goals\":[\"dry feet\"]}";
  }

  private static String insert(JsonNode persona) {
    JsonNode own = persona.deepCopy();
    ((tools.jackson.databind.node.ObjectNode) own).remove(java.util.List.of("revision", "maps"));
    return "{\"op\":\"insert\",\"list\":\"personas\",\"value\":" + own + "}";
  }

  @ParameterizedTest
  @MethodSource("dev.sojourn.server.OnEveryDatabase#kinds")
  void aPersonaIsTheSameOnEveryMap(OnEveryDatabase.Kind kind) throws Exception {
    try (TestServer server = OnEveryDatabase.server(kind, directory)) {
      MapRequests maps = new MapRequests(server);
      TestServer.Answer added = server.post(ROOM + "/personas", anna("Anna"));
      assertEquals(201, added.status(), added.text());
      String id = added.json().get("id").asString();
      String one = maps.make("One", "BLANK").at("/map/id").asString();
      String two = maps.make("Two", "BLANK").at("/map/id").asString();
      maps.apply(one, "Show", insert(added.json()));
      maps.apply(two, "Show", insert(added.json()));

      // Changed on one map, it is changed in the library and on the other map.
      maps.apply(
          one,
          "Rename",
          "{\"op\":\"set\",\"element\":\"" + id + "\",\"field\":\"name\",\"value\":\"Anne\"}");
      JsonNode kept = server.get(ROOM + "/personas/" + id).json();
      assertEquals("Anne", kept.get("name").asString());
      assertEquals(2, kept.get("revision").asLong());
      assertEquals(2, kept.get("maps").size());
      assertEquals("Anne", maps.map(two).at("/map/personas/0/name").asString());
      assertEquals(
          "Persona Anne changed",
          server.get(ROOM + "/maps/" + two + "/history").json().at("/changes/0/label").asString());

      // Changed in the library, it is changed on both.
      TestServer.Answer replaced =
          maps.put(
              ROOM + "/personas/" + id,
              2,
              kept.toString()
                  .replace("\"Anne\"", "\"Anna-Lena\"")
                  .replace("dry feet", "warm feet"));
      assertEquals(200, replaced.status(), replaced.text());
      for (String map : new String[] {one, two}) {
        assertEquals("Anna-Lena", maps.map(map).at("/map/personas/0/name").asString());
        assertEquals("warm feet", maps.map(map).at("/map/personas/0/goals/0").asString());
      }
      assertEquals(409, maps.put(ROOM + "/personas/" + id, 2, anna("Late")).status());

      // What the library knows is shown as the library has it.
      String three = maps.make("Three", "BLANK").at("/map/id").asString();
      maps.apply(three, "Show", insert(added.json()));
      assertEquals("Anna-Lena", maps.map(three).at("/map/personas/0/name").asString());

      TestServer.Answer used = server.delete(ROOM + "/personas/" + id);
      assertEquals(409, used.status());
      assertTrue(used.json().get("detail").asString().contains("'Two'"), used.text());
      for (String map : new String[] {one, two, three}) {
        maps.apply(map, "Take off", "{\"op\":\"delete\",\"element\":\"" + id + "\"}");
      }
      assertEquals(204, server.delete(ROOM + "/personas/" + id).status());
      assertEquals(404, server.get(ROOM + "/personas/" + id).status());
    }
  }

  @Test
  void personasOfATakenMapJoinTheLibrary() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      MapRequests maps = new MapRequests(server);
      JsonNode made = maps.make("One", "BLANK");
      maps.apply(
          made.at("/map/id").asString(),
          "Add",
          "{\"op\":\"insert\",\"list\":\"personas\",\"value\":"
              + anna("Ben").replaceFirst("\\{", "{\"id\":\"11111111-0000-4000-8000-000000000001\",")
              + "}");
      JsonNode list = server.get(ROOM + "/personas").json().get("personas");
      assertEquals("Ben", list.at("/0/name").asString());
      assertEquals("One", list.at("/0/maps/0/title").asString());
      JsonNode copy = maps.take(maps.map(made.at("/map/id").asString()).get("map").toString());
      assertEquals("Ben", copy.at("/map/personas/0/name").asString());
      assertEquals(2, server.get(ROOM + "/personas").json().at("/personas/0/maps").size());
    }
  }

  @Test
  void aPersonaIsRefusedWithEveryProblem() throws Exception {
    try (TestServer server = TestServer.on(directory)) {
      TestServer.Answer refused = server.post(ROOM + "/personas", "{\"color\":1}");
      assertEquals(400, refused.status());
      assertTrue(refused.json().get("problems").size() >= 4, refused.text());
      assertEquals(404, server.get(ROOM + "/personas/x").status());
    }
  }
}
