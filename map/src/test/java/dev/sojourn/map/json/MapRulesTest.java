package dev.sojourn.map.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.model.ChannelKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapRulesTest {

  /// A map with stages 1 and 2, steps 3 and 4, lane 5 and touchpoint 6; `@7` stands for an id.
  private static List<String> problems(String more) {
    String json =
        """
        {"schemaVersion": 1, "id": @0, "key": "k", "title": "t", "mapType": "CURRENT_STATE",
         "state": "AS_IS", "status": "DRAFT", "reviewEveryMonths": 12,
         "stages": [{"id": @1, "name": "A", "stageKind": "TRIAL"},
                    {"id": @2, "name": "B", "stageKind": "EXIT"}],
         "steps": [{"id": @3, "stage": @1, "title": "a", "orderGroup": "SEQUENCE"},
                   {"id": @4, "stage": @2, "title": "b", "orderGroup": "SEQUENCE"}],
         "lanes": [{"id": @5, "role": "ACTION", "title": "Doing"}],
        """
            + more
            + "}";
    String text = json.replaceAll("@(\\d)", "\"6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b1$1\"");
    return assertThrows(RefusedException.class, () -> MapJson.read(text)).problems().stream()
        .map(Problem::toString)
        .map(p -> p.replaceAll("6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b1(\\d)", "@$1"))
        .toList();
  }

  @Test
  void linksLeadSomewhere() {
    assertEquals(
        List.of(
            "links[0].to: is missing; only an EXIT leads nowhere",
            "links[1].to: @1 is stages[0], which is not a step"),
        problems(
            """
            "links": [{"id": @7, "from": @3, "kind": "NEXT"},
                      {"id": @8, "from": @3, "to": @1, "kind": "BRANCH"}]
            """));
  }

  @Test
  void cardsSpanFromLeftToRightAndSaySomething() {
    assertEquals(
        List.of(
            "cards[0].toStep: lies before fromStep; a card spans steps from left to right",
            "cards[0].body: is empty; a card says something or places a touchpoint"),
        problems(
            """
            "cards": [{"id": @7, "lane": @5, "fromStep": @4, "toStep": @3, "body": " "}]
            """));
  }

  @Test
  void bindingsNameEventsAndValues() {
    assertEquals(
        List.of(
            "touchpoints[0].binding.events: is empty; name at least one event",
            "touchpoints[0].binding.where[0].values: is empty; name at least one value"),
        problems(
            """
            "touchpoints": [{"id": @6, "name": "t", "observability": "EVENTS",
                             "binding": {"where": [{"property": "p"}]}}]
            """));
  }

  @Test
  void segmentsNamePropertiesAndValues() {
    assertEquals(
        List.of(
            "personas[0].segment.where: is empty; name at least one property and its values",
            "personas[1].segment.where[0].values: is empty; name at least one value",
            "personas[1].channels[0]: 'FAX' is not one of: "
                + String.join(
                    ", ",
                    java.util.Arrays.stream(ChannelKind.values()).map(ChannelKind::name).toList())),
        problems(
                """
                "personas": [
                  {"id": @7, "name": "p", "kind": "BUYER", "standing": "PROTO", "segment": {}},
                  {"id": @8, "name": "q", "kind": "BUYER", "standing": "PROTO",
                   "channels": ["FAX"], "segment": {"where": [{"property": "plan"}]}}]
                """)
            .stream()
            .sorted()
            .sorted(java.util.Comparator.comparing(p -> p.contains("channels")))
            .toList());
  }

  @Test
  void claimsHaveBoundsThatCanHold() {
    assertEquals(
        List.of(
            "claims[0].other: is missing; an ORDER is a claim about two elements",
            "claims[0].expectation: has no bound; give atLeast, atMost or both",
            "claims[1].expectation: atLeast is above atMost; exchange them"),
        problems(
            """
            "claims": [{"id": @7, "element": @1, "claimType": "ORDER", "statement": "s",
                        "tolerance": 0, "expectation": {}},
                       {"id": @8, "element": @1, "claimType": "VOLUME", "statement": "s",
                        "tolerance": 0, "expectation": {"atLeast": 2, "atMost": 1}}]
            """));
  }

  @Test
  void checksAreOneAClaimAndHaveAPeriod() {
    assertEquals(
        List.of(
            "checks[1]: is the second entry for the claim @7",
            "checks[0].to: 2026-01-01T00:00:00Z is not after 2026-01-02T00:00:00Z"),
        problems(
            """
            "claims": [{"id": @7, "element": @1, "claimType": "VOLUME", "statement": "s",
                        "tolerance": 0}],
            "checks": [{"claim": @7, "verdict": "NOT_RUN", "n": 0, "sentence": "s",
                        "from": "2026-01-02T00:00:00Z", "to": "2026-01-01T00:00:00Z"},
                       {"claim": @7, "verdict": "NOT_RUN", "n": 0, "sentence": "s"}]
            """));
  }

  @Test
  void partsAreNotMoreThanAll() {
    assertEquals(
        List.of(
            "reality.touchpoints[0].customers: 3 is more than all 2",
            "reality.fits: 11 is more than all 10 customers"),
        problems(
            """
            "touchpoints": [{"id": @6, "name": "t", "observability": "EVENTS"}],
            "reality": {"customers": 10, "fits": 11,
                        "touchpoints": [{"touchpoint": @6, "customers": 3, "of": 2}]}
            """));
  }

  @Test
  void keysAreForAddresses() {
    assertEquals(
        List.of(
            "key: 'No Key' is not a key; use lower-case letters, digits and hyphens",
            "stages: a map needs at least one stage"),
        assertThrows(
                RefusedException.class,
                () ->
                    MapJson.read(
                        """
                        {"schemaVersion": 1, "id": "6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b10",
                         "key": "No Key", "title": "t", "mapType": "CURRENT_STATE",
                         "state": "AS_IS", "status": "DRAFT", "reviewEveryMonths": 12}
                        """))
            .problems()
            .stream()
            .map(Problem::toString)
            .toList());
  }

  @Test
  void referencesAreOfTheRightKind() {
    assertEquals(
        List.of(
            "emotions[0].step: @2 is stages[1], which is not a step",
            "evidence[0].element: no element of the map has the id @9"),
        problems(
            """
            "emotions": [{"id": @7, "step": @2, "valence": 0, "source": "ASSUMED"}],
            "evidence": [{"id": @8, "element": @9, "kind": "SURVEY", "stance": "SUPPORTS",
                          "title": "s"}]
            """));
  }
}
