package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainJourneys;
import dev.sojourn.testkit.random.RandomCase;
import dev.sojourn.testkit.random.RandomCases;
import dev.sojourn.testkit.random.RandomJourneys;
import dev.sojourn.testkit.random.RandomSpecs;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What every engine must do: the definitions by hand-checked example, agreement with the reference
/// evaluator on random cases, and the laws of splitting and merging. All of it to the bit.
public abstract class EngineContract
    implements SummaryContract,
        FlowContract,
        VariantsContract,
        FunnelContract,
        PathsContract,
        SessionsContract,
        DwellContract,
        AlignmentContract,
        RefusalContract {

  private static final Answers REFERENCE = new ReferenceAnswers();

  /// Large sets an analysis.
  private static final int LARGE_CASES = 2;

  /// Random cases an analysis in the everyday form.
  protected int cases() {
    return 2_000;
  }

  /// Random cases an analysis and law in the everyday form.
  protected int lawCases() {
    return 300;
  }

  /// Another way in which this engine can compute, such as on more threads. It must give the answer
  /// of [Answers#run].
  ///
  /// @param name in a sentence: "on two threads"
  public record Way(String name, Answers answers) {}

  /// The other ways of this engine; none unless it says so.
  protected Stream<Way> ways() {
    return Stream.of();
  }

  private record Kind(String name, RandomSpecs.Kind specs) {}

  private static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("summary", RandomSpecs::summary),
        new Kind("flow", RandomSpecs::flow),
        new Kind("variants", RandomSpecs::variants),
        new Kind("funnel", RandomSpecs::funnel),
        new Kind("paths", RandomSpecs::paths),
        new Kind("sessions", RandomSpecs::sessions),
        new Kind("dwell", RandomSpecs::dwell),
        new Kind("alignment", RandomSpecs::alignment));
  }

  private interface Check {
    void on(RandomCase sample);
  }

  private Stream<DynamicTest> eachKind(String law, int count, Check check) {
    return kinds()
        .map(kind ->
            DynamicTest.dynamicTest(
                kind.name() + ": " + law,
                () -> RandomCases.each(file(kind, law), count, kind.specs(), check::on)));
  }

  private String file(Kind kind, String law) {
    return getClass().getSimpleName() + "-" + kind.name() + "-" + law.replace(' ', '-');
  }

  @TestFactory
  @DisplayName("Random questions over random journeys are answered like the reference answers them")
  Stream<DynamicTest> agreesWithTheReference() {
    return eachKind(
        "agrees with the reference",
        cases(),
        sample -> {
          JourneyTable table = sample.journeys().table();
          assertEquals(REFERENCE.outcome(sample.spec(), table), outcome(sample.spec(), table));
        });
  }

  @TestFactory
  @DisplayName("Journeys that fill several blocks are answered like the reference answers them")
  Stream<DynamicTest> agreesOnLargeSets() {
    return kinds()
        .map(kind ->
            DynamicTest.dynamicTest(
                kind.name() + ": large sets",
                () -> {
                  for (int seed = 0; seed < LARGE_CASES; seed++) {
                    String named = "seed " + seed;
                    SplittableRandom random = new SplittableRandom(seed);
                    PlainJourneys journeys = RandomJourneys.large(random);
                    Spec spec = kind.specs().of(random, journeys);
                    JourneyTable table = journeys.table().inParts(3);
                    assertEquals(REFERENCE.outcome(spec, table), outcome(spec, table), named);
                  }
                }));
  }

  @TestFactory
  @DisplayName("However the journeys are cut into parts, the answer is the same to the bit")
  Stream<DynamicTest> partsDoNotMatter() {
    return eachKind(
        "parts do not matter",
        lawCases(),
        sample -> {
          JourneyTable whole = sample.journeys().table();
          Object answer = outcome(sample.spec(), whole);
          SplittableRandom random = new SplittableRandom(sample.seed());
          int parts = random.nextInt(2, 9);
          assertEquals(answer, outcome(sample.spec(), whole.inParts(parts)));
          assertEquals(
              answer, outcome(sample.spec(), new ShuffledParts(whole.inParts(parts), random)));
        });
  }

  @TestFactory
  @DisplayName("In whatever order events arrive, the answer is the same to the bit")
  Stream<DynamicTest> arrivalDoesNotMatter() {
    return eachKind(
        "arrival does not matter",
        lawCases(),
        sample -> {
          SplittableRandom order = new SplittableRandom(sample.seed());
          assertEquals(
              outcome(sample.spec(), sample.journeys().table()),
              outcome(sample.spec(), sample.journeys().tableLoadedIn(order)));
        });
  }

  @TestFactory
  @DisplayName("Each way in which the engine can compute gives the same answer to the bit")
  Stream<DynamicTest> waysDoNotMatter() {
    return ways()
        .flatMap(way ->
            eachKind(
                way.name(),
                lawCases(),
                sample -> {
                  Journeys parts = sample.journeys().table().inParts(5);
                  assertEquals(
                      outcome(sample.spec(), parts), way.answers().outcome(sample.spec(), parts));
                }));
  }

  @TestFactory
  @DisplayName("A stranger whose events the question does not see changes nothing")
  Stream<DynamicTest> strangersDoNotMatter() {
    return eachKind(
        "strangers do not matter",
        lawCases(),
        sample -> {
          // Only a filter by name makes a stranger invisible to every question.
          if (sample.spec().filter().names().isEmpty()) {
            return;
          }
          PlainJourneys with = Strangers.beside(sample.journeys());
          assertEquals(
              outcome(sample.spec(), sample.journeys().table()),
              outcome(sample.spec(), with.table()));
        });
  }
}
