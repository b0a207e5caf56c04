package dev.sojourn.server.evidence.check;

import static dev.sojourn.server.evidence.check.Sketch.atLeast;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.map.model.Touchpoint.PropertyMatch;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.store.ImportProgress;
import dev.sojourn.store.Installation;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Touchpoints and scores that lie in properties, checked from a file to the verdict.
class PropertyCheckTest {

  private static final Touchpoint.Feedback STARS =
      new Touchpoint.Feedback(
          List.of("answer"),
          List.of(new PropertyMatch("about", List.of("waiting"))),
          "stars",
          1,
          5);

  @TempDir Path folder;

  /// 60 customers collect, 45 of them at the counter, the others from the shelf. 40 answer: 30 give
  /// 5 stars for waiting, 10 give 1 and then 2. Two answers are no score, one is about the price.
  private Path file() throws IOException {
    StringBuilder rows = new StringBuilder("customer,event,time,place,about,stars,group\n");
    for (int c = 0; c < 60; c++) {
      row(rows, c, "collect", 1, c < 45 ? "counter" : "shelf", "", "", "");
      if (c < 30) {
        row(rows, c, "answer", 2, "", "waiting", "5", "early");
      } else if (c < 40) {
        row(rows, c, "answer", 2, "", "waiting", "1", "late");
        row(rows, c, "answer", 3, "", "waiting", "2", "late");
      }
    }
    row(rows, 50, "answer", 2, "", "waiting", "many", "late");
    row(rows, 51, "answer", 2, "", "waiting", "6", "late");
    row(rows, 52, "answer", 2, "", "the price", "1", "late");
    return Files.writeString(folder.resolve("events.csv"), rows);
  }

  private static void row(
      StringBuilder rows, int customer, String event, int hour, String... rest) {
    rows.append("c%02d,%s,2026-03-01T%02d:00:00Z".formatted(customer, event, hour));
    for (String field : rest) {
      rows.append(',').append(field);
    }
    rows.append('\n');
  }

  private CheckReport check(JourneyMap map) throws IOException {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-04-01T00:00:00Z"));
    try (Installation installation =
            Installation.open(folder.resolve("data"), clock, new Random(1));
        Engine engine = new Engine(1)) {
      Workspace workspace = installation.workspace("w");
      workspace.importFiles(List.of(file()), ImportOptions.defaults(), ImportProgress.NONE);
      try (Journeys journeys = workspace.view(Check.properties(map), BuildProgress.NONE)) {
        return Check.run(map, journeys, engine, Watch.NOBODY);
      }
    }
  }

  private static Touchpoint.Binding collect(String... places) {
    return new Touchpoint.Binding(
        List.of("collect"),
        places.length == 0 ? List.of() : List.of(new PropertyMatch("place", List.of(places))));
  }

  private static Sketch counter() {
    return new Sketch()
        .stage("Collect")
        .touchpoint("Collect", "anywhere", collect(), null)
        .touchpoint("Collect", "counter", collect("counter"), null);
  }

  @Test
  void aConditionTellsTouchpointsOfOneEventApart() throws IOException {
    CheckReport report =
        check(
            counter()
                .claim(Claim.Type.OCCURS, "counter", null, "Most at the counter.", atLeast(0.5))
                .claim(Claim.Type.OCCURS, "anywhere", null, "Half elsewhere.", atLeast(0.5))
                .map());
    CheckResult counter = report.claims().get(0).result();
    assertEquals(Verdict.CONFIRMED, counter.verdict());
    assertEquals(45 / 60.0, counter.observed());
    CheckResult anywhere = report.claims().get(1).result();
    assertEquals(15 / 60.0, anywhere.observed());
    assertEquals(Verdict.CONTRADICTED, anywhere.verdict());
  }

  @Test
  void aFeelingIsTheMeanOfCustomersWhoAnswer() throws IOException {
    CheckReport report =
        check(
            counter()
                .asked("counter", STARS)
                .feeling("counter", null, 3)
                .feeling("anywhere", null, 3)
                .map());
    CheckResult said =
        report.claims().stream()
            .filter(c -> c.claim().element().equals(Sketch.id("feeling counternull")))
            .findFirst()
            .orElseThrow()
            .result();
    // 30 customers at +5, 10 at the middle of -5 and -2.5.
    assertEquals(40, said.n());
    assertEquals((30 * 5 + 10 * -3.75) / 40, said.observed());
    assertEquals(Verdict.INCONCLUSIVE, said.verdict());
    Reality.Feeling feeling = report.reality().feelings().getFirst();
    assertEquals(said.observed(), feeling.mean());
    assertEquals(said.low(), feeling.low());
    assertNull(feeling.needed());
    assertEquals(1, report.reality().feelings().size());
    CheckResult unasked =
        report.claims().stream()
            .filter(c -> c.claim().element().equals(Sketch.id("feeling anywherenull")))
            .findFirst()
            .orElseThrow()
            .result();
    assertEquals(Verdict.NOT_MEASURABLE, unasked.verdict());
    assertEquals(
        "Nobody is asked about 'anywhere'; bind the answers of a survey to it.",
        unasked.sentence());
  }

  @Test
  void aPersonasFeelingIsThatOfAnswersLikeThem() throws IOException {
    Persona.Segment early =
        new Persona.Segment(List.of(new PropertyMatch("group", List.of("early"))));
    Persona.Segment late =
        new Persona.Segment(List.of(new PropertyMatch("group", List.of("late"))));
    CheckReport report =
        check(
            counter()
                .asked("counter", STARS)
                .persona("Ed", early)
                .persona("Liz", late)
                .persona("Nobody", null)
                .feeling("counter", "Ed", -2)
                .feeling("counter", "Liz", -4)
                .feeling("counter", "Nobody", 0)
                .map());
    List<CheckResult> said =
        report.claims().stream()
            .filter(c -> c.claim().claimType() == Claim.Type.SENTIMENT)
            .map(CheckReport.Checked::result)
            .toList();
    assertEquals("Answers show +5.0 (n 30), not \u22122.0 or close to it.", said.get(0).sentence());
    assertEquals(Verdict.CONTRADICTED, said.get(0).verdict());
    assertEquals(Verdict.NOT_ENOUGH_DATA, said.get(1).verdict());
    assertEquals(
        "Not enough yet: 10 of 30 customers who said how 'counter' was; so far \u22123.8.",
        said.get(1).sentence());
    assertEquals(Verdict.NOT_MEASURABLE, said.get(2).verdict());
  }
}
