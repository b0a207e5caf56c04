package dev.sojourn.map.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapJsonTest {

  private static final String ID = "\"6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b1%d\"";

  /// A map with one stage; the rest is given.
  private static String small(String more) {
    return """
    {"schemaVersion": 1, "id": %s, "key": "small", "title": "I try", "mapType": "CURRENT_STATE",
     "state": "AS_IS", "status": "DRAFT", "reviewEveryMonths": 12,
     "stages": [{"id": %s, "name": "Try", "stageKind": "TRIAL"}]%s}
    """
        .formatted(ID.formatted(0), ID.formatted(1), more);
  }

  private static List<String> problems(String json) {
    return assertThrows(RefusedException.class, () -> MapJson.read(json)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void samplesComeBackAsTheyWere() {
    for (JourneyMap map :
        List.of(Samples.coffee(), Samples.shop(), Samples.noData(), Samples.monster())) {
      String text = MapJson.write(map);
      assertEquals(map, MapJson.read(text));
      assertEquals(map, MapJson.read(text.getBytes(StandardCharsets.UTF_8)));
      assertEquals(text, MapJson.write(MapJson.read(text)));
    }
  }

  @Test
  void personasSayWhatAWallNeeds() {
    String persona =
        """
        , "synthetic": true, "personas": [{"id": %s, "name": "Maya", "tagline": "in a hurry",
          "quote": "I have four minutes.", "bio": "Walks to work.", "kind": "CUSTOMER",
          "standing": "RESEARCHED", "share": 0.4,
          "demographics": {"ageRange": "25 to 34", "location": "Leipzig", "occupation": "nurse"},
          "goals": ["coffee"], "motivations": ["calm"], "needs": ["no line"],
          "behaviors": ["orders ahead"], "pains": ["waits"],
          "channels": ["APP_PRODUCT", "STORE"],
          "segment": {"where": [{"property": "plan", "values": ["plus", "pro"]}]}}]\
        """
            .formatted(ID.formatted(2));
    JourneyMap map = MapJson.read(small(persona));
    assertTrue(map.synthetic() && map.showsInventedData());
    assertEquals(List.of("orders ahead"), map.personas().getFirst().behaviors());
    assertEquals(map, MapJson.read(MapJson.write(map)));
  }

  @Test
  void textIsTwoSpacesAndLineFeedsWithoutEmptyFields() {
    String text = MapJson.write(MapJson.read(small("")));
    assertEquals(
        """
        {
          "schemaVersion": 1,
          "id": "6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b10",
          "key": "small",
          "title": "I try",
          "mapType": "CURRENT_STATE",
          "state": "AS_IS",
          "status": "DRAFT",
          "reviewEveryMonths": 12,
          "stages": [
            {
              "id": "6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b11",
              "name": "Try",
              "stageKind": "TRIAL"
            }
          ]
        }
        """,
        text);
  }

  @Test
  void hashIsOfWhatWasAuthored() {
    JourneyMap map = Samples.coffee();
    assertEquals(MapJson.contentHash(map), MapJson.contentHash(map.withReality(null)));
    assertEquals(MapJson.contentHash(map), MapJson.contentHash(map.withChecks(List.of())));
    assertNotEquals(MapJson.contentHash(map), MapJson.contentHash(map.withClaims(List.of())));
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    String id = ID.formatted(1);
    List<String> found =
        problems(
            small(
                """
                , "colour": "red",
                "steps": [
                  {"id": %s, "stage": %s, "title": 7, "orderGroup": "SOMETIMES"},
                  {"id": "x", "stage": %s, "title": "b", "orderGroup": "SEQUENCE"}],
                "personas": {},
                "emotions": [{"id": %s, "step": %s, "valence": 9, "source": "ASSUMED"}]
                """
                    .formatted(id, id, ID.formatted(7), ID.formatted(2), ID.formatted(8))));
    assertEquals(
        List.of(
            "colour: there is no such field; the fields here are: schemaVersion, id, key, title,"
                + " mapType, state, status, scenario, synthetic, reviewEveryMonths, personas, stages, steps,"
                + " links, lanes, cards, touchpoints, emotions, claims, evidence, checks, reality,"
                + " typicalJourneys",
            "personas: an object is not a list",
            "steps[0].title: 7 is not a text",
            "steps[0].orderGroup: 'SOMETIMES' is not one of: SEQUENCE, ANY_ORDER, ALTERNATIVE",
            "steps[1].id: \"x\" is not a UUID such as 6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b11",
            "emotions[0].valence: 9 is outside of -5 to 5",
            "steps[0].id: 6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b11 is already the id of stages[0]; ids"
                + " are unique",
            "steps[1].stage: no stage of the map has the id 6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b17",
            "emotions[0].step: no step of the map has the id 6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b18"),
        found);
  }

  @Test
  void flowsMustConserveCustomers() {
    String reality =
        """
        , "reality": {"customers": 10, "stages": [], "flows": [{"to": %s, "customers": 10},
          {"from": %s, "customers": 9}]}
        """
            .formatted(ID.formatted(1), ID.formatted(1));
    assertEquals(
        List.of(
            "reality.flows: 10 customers come to 'Try' and 9 go on or leave; the two must be"
                + " equal, those who leave have no 'to'"),
        problems(small(reality)));
  }

  @Test
  void whatIsNotAMapIsRefusedInASentence() {
    assertTrue(problems("{").getFirst().startsWith("the map is not JSON that can be read"));
    assertTrue(problems("").getFirst().contains("the map is empty"));
    assertTrue(problems("[]").getFirst().startsWith("a list is not an object"));
    assertTrue(problems("{\"key\":1,\"key\":2}").getFirst().contains("Duplicate"));
    assertTrue(problems("[".repeat(1000)).getFirst().contains("nesting depth"));
    assertTrue(problems(small("").trim() + "{}").getFirst().contains("not JSON"));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] bytes = small("").getBytes(StandardCharsets.UTF_16LE);
    bytes[0] = (byte) 0xff;
    assertThrows(RefusedException.class, () -> MapJson.read(bytes));
  }

  @Test
  void whatCannotBeReadIsNotWritten() {
    JourneyMap map = Samples.shop();
    JourneyMap torn = map.withChecks(Samples.coffee().checks());
    assertThrows(RefusedException.class, () -> MapJson.write(torn));
  }
}
