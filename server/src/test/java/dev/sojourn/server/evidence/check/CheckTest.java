package dev.sojourn.server.evidence.check;

import static dev.sojourn.server.evidence.check.Sketch.atLeast;
import static dev.sojourn.server.evidence.check.Sketch.atMost;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.server.evidence.ReferenceJourneys;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CheckTest {

  private static final Engine ENGINE = new Engine(1);
  private static final long MINUTE = 60_000_000;

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  /// 60 customers look, 40 of them put into the cart after 10 minutes, 30 of those pay.
  private static JourneyTable shop() {
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 60; c++) {
      add(table, c, "look", "web", 0);
      if (c < 40) {
        add(table, c, "cart", c < 10 ? "mobile app" : "web", 10);
      }
      if (c < 30) {
        add(table, c, "pay", "web", 30);
      }
      if (c < 4) {
        add(table, c, "look", "web", 40);
      }
    }
    return table.build();
  }

  private static void add(
      JourneyTableBuilder table, int customer, String name, String channel, int minute) {
    String unit = "c" + customer;
    table.add(unit, name, channel, minute * MINUTE, minute, unit + name + minute);
  }

  private static Sketch map() {
    return new Sketch().stage("Choose", "look", "cart").stage("Buy", "pay");
  }

  private static CheckResult only(Sketch sketch) {
    return only(sketch, shop());
  }

  private static CheckResult only(Sketch sketch, Journeys journeys) {
    return Check.run(sketch.map(), journeys, ENGINE, Watch.NOBODY).claims().getFirst().result();
  }

  @Test
  void occurrenceIsAShareOfAllCustomers() {
    CheckResult result =
        only(map().claim(Claim.Type.OCCURS, "cart", null, "Most have a cart.", atLeast(0.5)));
    assertEquals(Verdict.CONFIRMED, result.verdict());
    assertEquals(60, result.n());
    assertEquals(40 / 60.0, result.observed());
    assertEquals("Events show 67 % (n 60), as expected: at least 50 %.", result.sentence());
  }

  @Test
  void aClaimIsContradictedWhenItsIntervalLiesOutside() {
    CheckResult result =
        only(map().claim(Claim.Type.OCCURS, "pay", null, "Nearly all customers pay.", null));
    assertEquals(Verdict.CONTRADICTED, result.verdict());
    assertEquals("Events show 50 % (n 60), not nearly all.", result.sentence());
  }

  @Test
  void aClaimIsInconclusiveWhenItsIntervalReachesOverTheBound() {
    CheckResult result =
        only(map().claim(Claim.Type.OCCURS, "pay", null, "Most customers pay.", null));
    assertEquals(Verdict.INCONCLUSIVE, result.verdict());
    assertTrue(result.sentence().contains("does not settle"), result.sentence());
  }

  @Test
  void orderIsAShareOfThoseWhoHaveBoth() {
    CheckResult result =
        only(map().claim(Claim.Type.ORDER, "cart", "pay", "Cart before paying.", null));
    assertEquals(Verdict.CONFIRMED, result.verdict());
    assertEquals(30, result.n());
    assertEquals(1.0, result.observed());
  }

  @Test
  void fewerThanThirtyCustomersAreNotEnough() {
    CheckResult result =
        only(
            new Sketch()
                .stage("Buy", "pay")
                .claim(Claim.Type.REPEAT_CONTACT, "rare", null, "Few come again.", null)
                .touchpoint(
                    "Buy", "rare", new Touchpoint.Binding(List.of("nothing"), List.of()), null));
    assertEquals(Verdict.NOT_ENOUGH_DATA, result.verdict());
    assertEquals(30, result.needed());
    assertNull(result.observed());
  }

  @Test
  void droppingOffIsHavingNoLaterTouchpointOnTheMap() {
    CheckResult result =
        only(map().claim(Claim.Type.DROP_OFF, "cart", null, "Few leave.", atMost(0.5)));
    assertEquals(40, result.n());
    assertEquals(10 / 40.0, result.observed());
    assertEquals(Verdict.CONFIRMED, result.verdict());
  }

  @Test
  void repeatsAreAShareOfThoseWhoCome() {
    CheckResult result =
        only(map().claim(Claim.Type.REPEAT_CONTACT, "look", null, "Few look twice.", null));
    assertEquals(60, result.n());
    assertEquals(4 / 60.0, result.observed());
    assertEquals(Verdict.CONFIRMED, result.verdict());
  }

  @Test
  void durationIsAMedianBetweenFirstVisits() {
    CheckResult result =
        only(
            map().claim(Claim.Type.DURATION, "cart", "pay", "Paying takes 20 min.", atMost(1_500)));
    assertEquals(30, result.n());
    assertEquals(1_200.0, result.observed());
    assertEquals(
        "Events show a median of 20 min (n 30), as expected: at most 25 min.", result.sentence());
  }

  @Test
  void volumeIsAFullCount() {
    CheckResult result =
        only(map().claim(Claim.Type.VOLUME, "look", null, "Many look.", atLeast(100)));
    assertEquals(64.0, result.observed());
    assertEquals(Verdict.CONTRADICTED, result.verdict());
  }

  @Test
  void aChannelsShareIsOfContacts() {
    Touchpoint.Binding cart = new Touchpoint.Binding(List.of("cart"), List.of());
    CheckResult result =
        only(
            new Sketch()
                .stage("Choose")
                .touchpoint("Choose", "cart", cart, ChannelKind.APP_PRODUCT)
                .claim(Claim.Type.CHANNEL_SHARE, "cart", null, "Few by app.", atMost(0.5)));
    assertEquals(40, result.n());
    assertEquals(10 / 40.0, result.observed());
  }

  @Test
  void whatNoEventShowsIsNotMeasurableAndSaysWhy() {
    Sketch sketch = map().touchpoint("Buy", "packaging", null, null);
    CheckResult unseen = only(sketch.claim(Claim.Type.OCCURS, "packaging", null, "Seen.", null));
    assertEquals(Verdict.NOT_MEASURABLE, unseen.verdict());
    assertTrue(unseen.sentence().contains("'packaging'"), unseen.sentence());
    CheckResult feeling = only(map().claim(Claim.Type.SENTIMENT, "pay", null, "Glad.", null));
    assertEquals(Verdict.NOT_MEASURABLE, feeling.verdict());
  }

  @Test
  void aNumberWithoutAnExpectationIsShownAndNotJudged() {
    CheckResult result = only(map().claim(Claim.Type.DROP_OFF, "cart", null, "Some leave.", null));
    assertEquals(Verdict.NOT_RUN, result.verdict());
    assertEquals(0.25, result.observed());
  }

  @Test
  void theDrawingClaimsItsTouchpointsAndTheOrderOfItsStages() {
    CheckReport report = Check.run(map().map(), shop(), ENGINE, Watch.NOBODY);
    assertEquals(
        List.of(Claim.Type.OCCURS, Claim.Type.OCCURS, Claim.Type.OCCURS, Claim.Type.ORDER),
        report.claims().stream().map(c -> c.claim().claimType()).toList());
    assertEquals(30, report.claims().get(2).result().n());
  }

  /// Of 200 who look 120 leave there, of 80 who go on to the cart 10, of 70 who pay nobody else.
  private static CheckResult pain(String step) {
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 200; c++) {
      add(table, c, "look", "web", 0);
      if (c < 80) {
        add(table, c, "cart", "web", 10);
      }
      if (c < 70) {
        add(table, c, "pay", "web", 30);
      }
    }
    Sketch sketch = map().stage("Use", "wear", "wash").pain(step, "It hurts");
    return Check.run(sketch.map(), table.build(), ENGINE, Watch.NOBODY).claims().stream()
        .filter(c -> c.claim().claimType() == Claim.Type.DROP_OFF)
        .findFirst()
        .orElseThrow()
        .result();
  }

  @Test
  void aPainPointClaimsThatMoreLeaveThereThanElsewhereInItsStage() {
    CheckResult look = pain("look");
    assertEquals(Verdict.CONFIRMED, look.verdict(), look.sentence());
    assertEquals(
        "60 % of customers leave here, 13 % elsewhere in 'Choose' (n 80).", look.sentence());
    assertEquals(0.475, look.observed());
    // Newcombe's interval, computed apart with the Wilson bounds 0.5308 to 0.6654, 0.0693 to
    // 0.2150.
    assertEquals(0.3615, look.low(), 1e-4);
    assertEquals(0.5609, look.high(), 1e-4);
  }

  @Test
  void aPainPointThatNobodyLeavesForIsNotDenied() {
    CheckResult cart = pain("cart");
    assertEquals(Verdict.INCONCLUSIVE, cart.verdict(), cart.sentence());
    assertEquals(-0.475, cart.observed());
    assertTrue(cart.sentence().contains("leaving does not show this pain"), cart.sentence());
  }

  @Test
  void anExcessCanHaveABound() {
    // 24 of 60 are last seen looking, 10 of 40 at the cart.
    String said = "Five points more leave at the look.";
    CheckResult result =
        only(map().claim(Claim.Type.DROP_OFF, "look", "stage Choose", said, atLeast(0.05)));
    assertEquals(Verdict.INCONCLUSIVE, result.verdict(), result.sentence());
    assertEquals(
        "Events show 15 points more leave here than elsewhere (n 40), between \u22124 points and 32"
            + " points; that does not settle whether it is at least 5 points.",
        result.sentence());
  }

  @Test
  void aPainPointSaysWhyLeavingCannotShowIt() {
    assertEquals(Verdict.NOT_MEASURABLE, pain("pay").verdict());
    assertTrue(pain("pay").sentence().contains("Nothing else of 'Buy'"), pain("pay").sentence());
    assertEquals(Verdict.NOT_MEASURABLE, pain("wear").verdict());
    assertTrue(pain("wear").sentence().contains("end in 'Use' anyway"), pain("wear").sentence());
  }

  @Test
  void aPainPointOfWhichSomethingElseIsSaidClaimsThatAlone() {
    Sketch sketch =
        map().pain("look", "Slow").claim(Claim.Type.DURATION, "Slow", null, "Slow.", atLeast(60));
    assertEquals(
        List.of(),
        Check.run(sketch.map(), shop(), ENGINE, Watch.NOBODY).claims().stream()
            .filter(c -> c.claim().claimType() == Claim.Type.DROP_OFF)
            .toList());
  }

  @Test
  void checkingAgainFindsTheSame() {
    CheckReport report = Check.run(map().map(), shop(), ENGINE, Watch.NOBODY);
    CheckReport again = Check.run(report.checkedMap(), shop(), ENGINE, Watch.NOBODY);
    assertEquals(report.checkedMap(), again.checkedMap());
    assertEquals(report.version(), again.version());
  }

  @Test
  void journeysAreAlignedWithTheMap() {
    CheckReport report = Check.run(map().map(), shop(), ENGINE, Watch.NOBODY);
    // Of 60 unfinished or full journeys 56 keep to the map, 4 come back to look.
    assertEquals(56, report.reality().fits());
    assertEquals(60, report.reality().customers());
    assertTrue(report.fitness().orElseThrow() > 0.9);
  }

  @Test
  void isWrittenAsTheCommandLineSays() {
    Sketch sketch = map().claim(Claim.Type.ORDER, "cart", "pay", "Cart before paying.", null);
    CheckReport report = Check.run(sketch.map(), shop(), ENGINE, Watch.NOBODY);
    ObjectNode json = CheckJson.write(report);
    assertEquals("sketch", json.get("map").stringValue());
    assertEquals(report.version(), json.get("version").stringValue());
    assertTrue(json.get("fitness").get("mean").doubleValue() > 0.9);
    assertTrue(json.get("coverage").get("events").get("n").intValue() > 0);
    JsonNode claim = json.get("claims").get(0);
    assertEquals("ORDER", claim.get("type").stringValue());
    assertEquals("cart", claim.get("name").stringValue());
    assertEquals("CONFIRMED", claim.get("verdict").stringValue());
    assertEquals(30, claim.get("n").intValue());
    assertEquals(1, claim.get("observed").doubleValue());
    assertTrue(claim.get("low").doubleValue() > 0.8);
  }

  @Test
  void realityConservesCustomersAndTheCheckedMapCanBeWritten() {
    Random random = new Random(11);
    JourneyTableBuilder table = JourneyTable.builder();
    List<String> names = List.of("look", "cart", "pay", "elsewhere");
    for (int c = 0; c < 300; c++) {
      for (int i = random.nextInt(8); i >= 0; i--) {
        String name = names.get(random.nextInt(names.size()));
        table.add("c" + c, name, null, JourneyBlock.UNTIMED, -i, "c" + c + i);
      }
    }
    CheckReport report = Check.run(map().map(), table.build(), ENGINE, Watch.NOBODY);
    JourneyMap checked = report.checkedMap();
    assertEquals(checked, MapJson.read(MapJson.write(checked)));
    Reality reality = report.reality();
    for (Reality.StageCount stage : reality.stages()) {
      long out =
          reality.flows().stream()
              .filter(f -> stage.stage().equals(f.from()))
              .mapToLong(Reality.Flow::customers)
              .sum();
      assertEquals(stage.customers(), out);
    }
  }

  @Test
  void nothingIsConfirmedBeyondChanceWhereOrderIsChance() {
    Random random = new Random(5);
    int confirmed = 0;
    for (int round = 0; round < 200; round++) {
      JourneyTableBuilder table = JourneyTable.builder();
      for (int c = 0; c < 100; c++) {
        boolean first = random.nextBoolean();
        table.add("c" + c, "look", null, JourneyBlock.UNTIMED, first ? 1 : 3, "a" + c);
        table.add("c" + c, "pay", null, JourneyBlock.UNTIMED, 2, "b" + c);
      }
      CheckResult result =
          only(map().claim(Claim.Type.ORDER, "look", "pay", "Most.", null), table.build());
      confirmed += result.verdict() == Verdict.CONFIRMED ? 1 : 0;
    }
    assertTrue(confirmed <= 12, "confirmed " + confirmed + " of 200, seed 5");
  }

  @Test
  void theSampleShopShowsItsPublishedNumbers() {
    Optional<JourneyTable> shop = ReferenceJourneys.simpleShop();
    if (shop.isEmpty()) {
      return;
    }
    Sketch sketch =
        new Sketch()
            .stage("Consideration", "catalog")
            .stage("Purchase", "cart", "payment_done")
            .claim(Claim.Type.OCCURS, "cart", null, "Most.", null)
            .claim(Claim.Type.ORDER, "catalog", "cart", "Nearly all.", null)
            .claim(Claim.Type.ORDER, "cart", "payment_done", "Nearly all.", null);
    CheckReport report = Check.run(sketch.map(), shop.get(), ENGINE, Watch.NOBODY);
    assertEquals(3_751, report.reality().customers());
    CheckResult cart = report.claims().getFirst().result();
    assertEquals(3_751, cart.n());
    assertEquals(1_924 / 3_751.0, cart.observed());
    assertEquals(Verdict.CONFIRMED, report.claims().get(1).result().verdict());
    assertEquals(Verdict.CONFIRMED, report.claims().get(2).result().verdict());
    assertEquals(653, report.claims().get(2).result().n());
  }

  @Test
  void orderOfTheSampleShopIsNotConfirmedWhereItsEventsAreMixed() {
    Optional<JourneyTable> mixed = ReferenceJourneys.simpleShopMixed();
    if (mixed.isEmpty()) {
      return;
    }
    Sketch sketch =
        new Sketch()
            .stage("Purchase", "cart", "delivery_choice", "payment_choice", "payment_done")
            .claim(Claim.Type.ORDER, "cart", "delivery_choice", "Most.", null)
            .claim(Claim.Type.ORDER, "delivery_choice", "payment_choice", "Nearly all.", null)
            .claim(Claim.Type.ORDER, "payment_choice", "payment_done", "Nearly all.", null);
    List<CheckReport.Checked> claims =
        Check.run(sketch.map(), mixed.get(), ENGINE, Watch.NOBODY).claims();
    for (CheckReport.Checked checked : claims.subList(1, 3)) {
      assertEquals(Verdict.CONTRADICTED, checked.result().verdict(), checked.result().sentence());
    }
  }

  @Test
  void aWayIsDrawnOverWhatCustomersMayLeaveOutAndAlongLinks() {
    JourneyTableBuilder table = JourneyTable.builder();
    for (int c = 0; c < 40; c++) {
      List<String> path = c < 20 ? List.of("a", "d", "a") : List.of("b", "d", "e", "b");
      for (int i = 0; i < path.size(); i++) {
        table.add("c" + c, path.get(i), null, JourneyBlock.UNTIMED, i, "c" + c + i);
      }
    }
    // b may be done unseen, so a leads over b to c only; d leads back to a only.
    Sketch sketch =
        new Sketch()
            .stage("All", "a", "b", "c", "d", "e")
            .unseenToo("b")
            .link("d", "a", StepLink.Kind.LOOP_BACK);
    assertEquals(List.of("a d", "b d", "e b"), undrawn(sketch, table.build()));
    // From b a branch leads to d, and so from a over b too.
    sketch.link("b", "d", StepLink.Kind.BRANCH).link("e", "b", StepLink.Kind.RE_ENTRY);
    assertEquals(List.of(), undrawn(sketch, table.build()));
  }

  private static List<String> undrawn(Sketch sketch, Journeys journeys) {
    return Check.reality(sketch.map(), journeys, ENGINE, Watch.NOBODY).undrawn().stream()
        .map(way -> way.from() + " " + way.to())
        .sorted()
        .toList();
  }

  @Test
  void givesUpWhenAskedTo() {
    Watch watch = new Watch(() -> true, (_, _, _) -> {});
    JourneyMap map = map().map();
    JourneyTable journeys = shop();
    assertThrows(CancelledException.class, () -> Check.run(map, journeys, ENGINE, watch));
  }
}
