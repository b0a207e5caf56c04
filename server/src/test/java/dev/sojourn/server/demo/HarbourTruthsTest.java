package dev.sojourn.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.map.evidence.EvidenceBook;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Step;
import dev.sojourn.server.evidence.check.Check;
import dev.sojourn.server.evidence.check.Words;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.store.Installation;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is planted in Harbour Coffee, found again by the product, and written on a page.
class HarbourTruthsTest {

  /// Set to rewrite the numbers of the page, then look at what changed.
  private static final boolean REWRITE = Boolean.getBoolean("sojourn.golden.rewrite");

  private static final Path PAGE =
      Path.of(System.getProperty("sojourn.root"), "docs/concepts/harbour-coffee.md");
  private static final String NUMBERS = "## The numbers\n";

  @TempDir static Path folder;

  private static Installation installation;
  private static Workspace workspace;
  private static Engine engine;
  private static JourneyMap map;
  private static Reality reality;

  @BeforeAll
  static void load() throws IOException {
    engine = new Engine(2);
    installation =
        Installation.open(
            folder, InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z")), new Random(1));
    workspace = installation.workspace(DemoWorkspace.HARBOUR_COFFEE.id());
    JourneyMap drawn = DemoWorkspace.HARBOUR_COFFEE.load(workspace, engine, Watch.NOBODY).map();
    try (Journeys journeys = workspace.view(Check.properties(drawn), BuildProgress.NONE)) {
      map = Check.run(drawn, journeys, engine, Watch.NOBODY).checkedMap();
    }
    reality = Objects.requireNonNull(map.reality());
  }

  @AfterAll
  static void close() throws IOException {
    installation.close();
    engine.close();
  }

  private static CheckResult check(String statement) {
    Claim claim =
        map.claims().stream()
            .filter(c -> c.statement().equals(statement))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no claim says: " + statement));
    return map.checks().stream()
        .filter(c -> c.claim().equals(claim.id()))
        .findFirst()
        .orElseThrow();
  }

  private static double observed(String statement) {
    return Objects.requireNonNull(check(statement).observed(), statement);
  }

  /// Of the customers who have a trait, how many come to the second step after the first.
  private static Rate funnel(
      Map<String, List<String>> traits, List<String> first, List<String> second)
      throws IOException {
    EventFilter filter = new EventFilter(List.of(), traits);
    try (Journeys journeys = workspace.view(filter, BuildProgress.NONE)) {
      AnalysisResult answer =
          engine.run(
              new Spec.Funnel(List.of(first, second), null, EventFilter.ALL, Period.ALWAYS),
              journeys,
              () -> false);
      AnalysisResult.Funnel funnel = (AnalysisResult.Funnel) answer;
      return funnel.steps().getLast().rateFromStart();
    }
  }

  private static Rate comeAgainAfterPickUp(String felt) throws IOException {
    return funnel(
        Map.of("customer_group", List.of("commuter"), "first_pick_up", List.of(felt)),
        List.of("Order Collected"),
        List.of("App Order Paid", "Till Paid"));
  }

  private static Rate comeAgainAfterHandOver(String how) throws IOException {
    return funnel(
        Map.of("customer_group", List.of("commuter"), "first_hand_over", List.of(how)),
        List.of("Drink Handed Over"),
        List.of("App Order Paid", "Till Paid"));
  }

  private static Rate payInTheApp(String group) throws IOException {
    return funnel(
        Map.of("customer_group", List.of(group)),
        List.of("App Menu Viewed", "Till Paid", "App Order Paid"),
        List.of("App Order Paid"));
  }

  @Test
  void itHurtsAtTheShelfAtRushHour() throws IOException {
    String rush = "At rush hour the cup is on the shelf within two minutes.";
    String quiet = "At a quiet hour the cup is on the shelf within a minute.";
    assertEquals(Verdict.CONTRADICTED, check(rush).verdict());
    assertEquals(Verdict.CONFIRMED, check(quiet).verdict());
    assertTrue(observed(rush) > 4 * observed(quiet));
    Reality.Feeling shelf = feeling("I take my cup from the shelf");
    assertTrue(Objects.requireNonNull(shelf.high()) < 0, shelf.toString());
    double low = comeAgainAfterPickUp("short").low().orElseThrow();
    assertTrue(comeAgainAfterPickUp("long").high().orElseThrow() < low);
  }

  @Test
  void studentsPayAtTheTill() throws IOException {
    assertTrue(payInTheApp("student").high().orElseThrow() < 0.15);
    assertTrue(payInTheApp("commuter").low().orElseThrow() > 0.6);
  }

  @Test
  void aStepThatNobodyDrewIsTheOnlyOne() {
    assertEquals(1, reality.undrawn().size());
    assertEquals("Basket", reality.undrawn().getFirst().from());
    assertEquals("Till", reality.undrawn().getFirst().to());
  }

  @Test
  void whatIsDrawnAndNotTakenIsContradicted() {
    assertEquals(
        Verdict.CONTRADICTED, check("Customers in “Choose” come to “Store finder”.").verdict());
    assertEquals(
        Verdict.CONTRADICTED,
        check("Customers in “Come back” come to “Paper stamp card”.").verdict());
  }

  @Test
  void whatNoEventCanShowIsNotHeldAgainstTheMap() {
    assertEquals(
        Verdict.NOT_MEASURABLE, check("The smell on the street brings people in.").verdict());
  }

  @Test
  void aNameAndABirthdayDelight() throws IOException {
    Reality.Feeling birthday = feeling("I get something back");
    for (Reality.Feeling other : reality.feelings()) {
      assertTrue(
          other.equals(birthday)
              || Objects.requireNonNull(other.high()) < Objects.requireNonNull(birthday.low()));
    }
    double low = comeAgainAfterHandOver("by name").low().orElseThrow();
    assertTrue(comeAgainAfterHandOver("plain").high().orElseThrow() < low);
  }

  private static Reality.Feeling feeling(String title) {
    Step step = map.steps().stream().filter(s -> s.title().equals(title)).findFirst().orElseThrow();
    return reality.feelings().stream()
        .filter(f -> f.step().equals(step.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void verdictsAndLevelsAreAGoodMix() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    map.checks().forEach(c -> verdicts.merge(c.verdict(), 1, Integer::sum));
    for (Verdict verdict : Verdict.values()) {
      // Every claim of the map says what to expect, its pain points too.
      assertEquals(
          verdict != Verdict.NOT_RUN, verdicts.containsKey(verdict), verdict + " in " + verdicts);
    }
    EvidenceBook book = EvidenceBook.of(map, Instant.parse("2026-11-22T00:00:00Z"));
    Map<EvidenceLevel, Integer> levels = new EnumMap<>(EvidenceLevel.class);
    map.cards().forEach(c -> levels.merge(book.of(c.id()).level(), 1, Integer::sum));
    map.touchpoints().forEach(t -> levels.merge(book.of(t.id()).level(), 1, Integer::sum));
    map.emotions().forEach(e -> levels.merge(book.of(e.id()).level(), 1, Integer::sum));
    for (EvidenceLevel level : EvidenceLevel.values()) {
      assertTrue(levels.getOrDefault(level, 0) > 0, level + " in " + levels);
    }
  }

  @Test
  void thePageTellsTheTruth() throws IOException {
    String page = Files.readString(PAGE);
    String told = page.substring(0, page.indexOf(NUMBERS)) + NUMBERS + numbers();
    if (REWRITE) {
      Files.writeString(PAGE, told);
    }
    assertEquals(
        Files.readString(PAGE),
        told,
        "look at the change, then run with -Dsojourn.golden.rewrite=true");
  }

  private static String numbers() throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            "Everything",
            Words.count(reality.customers())
                + " customers, of whom "
                + Words.count(Objects.requireNonNull(reality.fits()))
                + " fit the map without a deviation"));
    for (Reality.UndrawnPath way : reality.undrawn()) {
      rows.add(
          row(
              "A way nobody drew",
              Words.count(way.customers())
                  + " customers go straight from "
                  + way.from()
                  + " to "
                  + way.to()));
    }
    rows.add(
        rate("Commuters whose first pick-up was quick come again", comeAgainAfterPickUp("short")));
    rows.add(
        rate("Commuters whose first pick-up was slow come again", comeAgainAfterPickUp("long")));
    rows.add(
        rate(
            "Commuters called by name the first time come again",
            comeAgainAfterHandOver("by name")));
    rows.add(rate("Commuters not called by name come again", comeAgainAfterHandOver("plain")));
    for (String group : List.of("commuter", "remote-worker", "student")) {
      rows.add(rate("Customers of the group " + group + " who pay in the app", payInTheApp(group)));
    }
    for (Reality.Feeling feeling : reality.feelings()) {
      String step =
          map.steps().stream()
              .filter(s -> s.id().equals(feeling.step()))
              .map(Step::title)
              .findFirst()
              .orElseThrow();
      rows.add(
          row(
              "“" + step + "” feels",
              Words.feeling(Objects.requireNonNull(feeling.mean()))
                  + " (n "
                  + Words.count(feeling.n())
                  + ")"));
    }
    for (Claim claim : DemoWorkspace.harbourMap().claims()) {
      CheckResult check = check(claim.statement());
      rows.add(row(claim.statement(), check.verdict() + ". " + check.sentence()));
    }
    return "\n| what | what the product finds |\n|---|---|\n" + String.join("", rows);
  }

  private static String rate(String what, Rate rate) {
    return row(
        what,
        Words.count(rate.n())
            + " of "
            + Words.count(rate.d())
            + ", "
            + Words.percent(rate.value().orElseThrow()));
  }

  private static String row(String what, String found) {
    return "| " + what + " | " + found + " |\n";
  }
}
