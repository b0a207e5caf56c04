package dev.sojourn.server.evidence.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.server.evidence.ReferenceJourneys;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DraftTest {

  private static final Engine ENGINE = new Engine(1);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static DraftResult discover(Journeys journeys) {
    return Draft.discover(journeys, true, ENGINE, Watch.NOBODY);
  }

  @Test
  void draftsTheSampleShop() {
    Optional<JourneyTable> shop = ReferenceJourneys.simpleShop();
    if (shop.isEmpty()) {
      return;
    }
    DraftResult draft = discover(shop.get());
    JourneyMap map = draft.map();
    assertEquals(map, MapJson.read(MapJson.write(map)));

    List<String> order = events(map);
    assertEquals("catalog", order.getFirst());
    assertEquals("payment_done", order.getLast());
    assertTrue(order.indexOf("cart") < order.indexOf("delivery_choice"), order::toString);
    assertTrue(order.indexOf("delivery_choice") < order.indexOf("payment_choice"), order::toString);
    assertEquals(3, map.stages().size());
    assertEquals(Stage.Kind.CONSIDERATION, map.stages().getFirst().stageKind());
    assertEquals(Stage.Kind.PURCHASE, map.stages().getLast().stageKind());
    assertEquals(Step.OrderGroup.ALTERNATIVE, step(map, "delivery_pickup").orderGroup());
    assertEquals(Step.OrderGroup.ALTERNATIVE, step(map, "payment_cash").orderGroup());
    assertTrue(step(map, "catalog").repeatable());
    assertTrue(map.links().stream().anyMatch(l -> l.kind() == StepLink.Kind.LOOP_BACK));

    assertEquals(3_751, map.reality().customers());
    assertEquals(
        1_924, map.reality().touchpoint(touchpoint(map, "cart").id()).orElseThrow().customers());
    assertEquals(new Rate(32_283, 32_283), draft.coverage());
    assertEquals(3_751, draft.assignment().size());
    assertEquals(
        3_751, draft.journeys().stream().mapToLong(JourneyMap.TypicalJourney::customers).sum());
    assertTrue(draft.journeys().stream().anyMatch(j -> j.path().getLast().equals("payment_done")));
    assertTrue(
        draft
            .sentences()
            .contains(
                "Cart comes after Catalog for 100 % of the 629 held-out customers who have both"
                    + " (n 629)."),
        draft.sentences()::toString);
  }

  @Test
  void isWrittenAsTheCommandLineSays() {
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 100; c++) {
      for (String name : c < 60 ? List.of("look", "cart", "pay") : List.of("ask", "call", "wait")) {
        table.add("c" + c, name, null, JourneyBlock.UNTIMED, c, "e" + c + name);
      }
    }
    DraftResult draft = discover(table.build());
    ObjectNode json = DraftJson.write(draft, true);
    assertEquals(draft.map(), MapJson.read(json.get("map")));
    assertEquals(60, json.get("journeys").get(0).get("units").intValue());
    assertEquals(0, json.get("assignment").get("c7").intValue());
    assertEquals(1, json.get("assignment").get("c77").intValue());
    assertEquals(300, json.get("coverage").get("d").intValue());
    assertTrue(json.get("sentences").size() > 3);
    assertFalse(DraftJson.write(draft, false).has("assignment"));
  }

  @Test
  void claimsAreMeasuredOnCustomersHeldOut() {
    Optional<JourneyTable> shop = ReferenceJourneys.simpleShop();
    if (shop.isEmpty()) {
      return;
    }
    List<CheckResult> checks = discover(shop.get()).map().checks();
    assertTrue(checks.stream().allMatch(c -> c.n() <= 1_247), checks::toString);
    long confirmed = checks.stream().filter(c -> c.verdict() == Verdict.CONFIRMED).count();
    assertTrue(confirmed >= 0.9 * checks.size(), checks::toString);
  }

  @Test
  void theSameJourneysGiveTheSameDraft() {
    Optional<JourneyTable> greps = ReferenceJourneys.greps();
    if (greps.isEmpty()) {
      return;
    }
    DraftResult draft = discover(greps.get());
    assertEquals(draft, discover(greps.get().inParts(4)));
    assertEquals("registered", events(draft.map()).getFirst());
    assertEquals(3, draft.journeys().size());
  }

  @Test
  void draftsProcessesThatAreNoShops() {
    Optional<JourneyTable> sepsis = ReferenceJourneys.sepsis();
    if (sepsis.isEmpty()) {
      return;
    }
    JourneyMap map = discover(sepsis.get()).map();
    assertEquals(
        List.of("ER Registration", "ER Triage", "ER Sepsis Triage"), events(map).subList(0, 3));
    assertEquals("Return ER", events(map).getLast());
    assertTrue(map.stages().size() >= 3 && map.stages().size() <= 7);
    DraftResult receipt = discover(ReferenceJourneys.receipt().orElseThrow());
    assertEquals("Confirmation of receipt", events(receipt.map()).getFirst());
    assertTrue(receipt.coverage().value().orElseThrow() > 0.99);
    assertEquals(
        List.of("Confirmation of receipt", "T02 Check confirmation of receipt"),
        receipt.journeys().getFirst().path().subList(0, 2));
  }

  @Test
  void oneTouchpointIsAMapToo() {
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 100; c++) {
      table.add("c" + c, "visit", null, JourneyBlock.UNTIMED, 0, "e" + c);
    }
    DraftResult draft = discover(table.build());
    assertEquals(List.of("visit"), events(draft.map()));
    assertEquals(1, draft.map().stages().size());
    assertEquals(1, draft.map().reality().fitness());
  }

  @Test
  void ofAThousandTouchpointsTheMostTravelledAreKept() {
    Random random = new Random(3);
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 400; c++) {
      for (int i = 0; i < 12; i++) {
        int which = (int) (1_000 * Math.pow(random.nextDouble(), 4));
        table.add("c" + c, "page " + which, null, JourneyBlock.UNTIMED, i, "e" + c + "/" + i);
      }
    }
    DraftResult draft = discover(table.build());
    assertEquals(Travelled.MOST_ON_A_MAP, draft.map().touchpoints().size());
    assertTrue(draft.coverage().n() > 0 && draft.coverage().n() < draft.coverage().d());
    assertTrue(
        draft.sentences().stream().anyMatch(s -> s.contains("others are left out")),
        draft.sentences()::toString);
    assertEquals(draft.map(), MapJson.read(MapJson.write(draft.map())));
  }

  @Test
  void chanceHasNoTypicalJourneys() {
    Random random = new Random(21);
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 300; c++) {
      for (int i = 2 + random.nextInt(5); i >= 0; i--) {
        String name = "touchpoint " + random.nextInt(8);
        table.add("c" + c, name, null, JourneyBlock.UNTIMED, i, "e" + c + "/" + i);
      }
    }
    DraftResult draft = discover(table.build());
    assertEquals(List.of(), draft.journeys());
    assertTrue(draft.assignment().isEmpty());
    assertTrue(
        draft.sentences().stream().anyMatch(s -> s.startsWith("No clear structure")),
        draft.sentences()::toString);
  }

  @Test
  void noEventsAreRefused() {
    JourneyTable nothing = JourneyTable.builder().build();
    assertThrows(RefusedException.class, () -> discover(nothing));
  }

  @Test
  void aboutAThirdOfCustomersIsHeldOutWhateverTheirIdsLookLike() {
    for (String prefix : List.of("", "customer-", "7f3a")) {
      int held = 0;
      for (int i = 0; i < 9_000; i++) {
        held += Split.isHeldOut(prefix + i) ? 1 : 0;
      }
      assertTrue(held > 2_800 && held < 3_200, prefix + " " + held);
    }
  }

  @Test
  void eventNamesAreSaidAsPeopleSayThem() {
    assertEquals("Payment done", StageWords.said("payment_done"));
    assertEquals("A submitted", StageWords.said("A_SUBMITTED"));
    assertEquals("Waiting For Scores", StageWords.said("waitingForScores"));
    assertEquals("CRP", StageWords.said("CRP"));
  }

  private static List<String> events(JourneyMap map) {
    return map.steps().stream()
        .map(step -> map.touchpoints().get(map.steps().indexOf(step)).binding().events().getFirst())
        .toList();
  }

  private static Touchpoint touchpoint(JourneyMap map, String event) {
    return map.touchpoints().get(events(map).indexOf(event));
  }

  private static Step step(JourneyMap map, String event) {
    return map.steps().get(events(map).indexOf(event));
  }
}
