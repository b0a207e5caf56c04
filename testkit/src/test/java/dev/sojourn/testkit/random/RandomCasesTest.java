package dev.sojourn.testkit.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.testkit.contract.BlockContract;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomCasesTest {

  @Test
  void aSeedGivesTheSameCase() {
    for (long seed = 0; seed < 50; seed++) {
      assertEquals(
          RandomCases.of(RandomSpecs::funnel, seed), RandomCases.of(RandomSpecs::funnel, seed));
    }
  }

  @Test
  void whatBreaksEnginesOccurs() {
    List<PlainJourneys> sets =
        LongStream.range(0, 400).mapToObj(s -> RandomJourneys.of(new SplittableRandom(s))).toList();
    assertTrue(sets.stream().anyMatch(s -> s.journeys().isEmpty()), "an empty set");
    assertTrue(occurs(sets, j -> j.events().size() == 1), "a customer of one event");
    assertTrue(
        occurs(sets, j -> j.path().stream().distinct().count() < j.path().size()), "repeats");
    assertTrue(occurs(sets, j -> j.events().getFirst().time() == null), "an event without time");
    assertTrue(occurs(sets, j -> gaps(j).anyMatch(Duration::isZero)), "a tie");
    assertTrue(
        occurs(sets, j -> gaps(j).anyMatch(g -> g.toMillis() > 0xFFFF_FFFFL)), "a gap over 49.7 d");
    assertTrue(occurs(sets, j -> times(j).anyMatch(t -> t.getEpochSecond() < 0)), "before 1970");
    assertTrue(names(sets) > 300, "a large vocabulary");
  }

  @Test
  void gapsAreBetweenTimesInTablesOfEveryKind() {
    for (long seed = 0; seed < 400; seed++) {
      BlockContract.gapsAreBetweenTimes(
          RandomJourneys.of(new SplittableRandom(seed)).table().inParts(3));
    }
  }

  @Test
  void aFailureIsShrunkenWrittenDownAndNamesItsSeed() throws IOException {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                RandomCases.each(
                    "RandomCasesTest-planted",
                    200,
                    RandomSpecs::summary,
                    sample -> assertFalse(tooMany(sample.journeys()), "planted")));
    String message = Objects.requireNonNull(error.getMessage());
    assertTrue(message.contains("seed: "), message);
    String file = message.lines().findFirst().orElseThrow().replaceFirst(".*see ", "");
    String written = Files.readString(Path.of(file));
    assertTrue(written.contains("planted"), written);
    long events = written.chars().filter(c -> c == '@').count();
    assertEquals(3, events, written);
  }

  /// Fails from three events on, wherever they are.
  private static boolean tooMany(PlainJourneys journeys) {
    return journeys.journeys().stream().mapToInt(j -> j.events().size()).sum() > 2;
  }

  private static boolean occurs(List<PlainJourneys> sets, Predicate<PlainJourney> what) {
    return sets.stream().flatMap(s -> s.journeys().stream()).anyMatch(what);
  }

  private static long names(List<PlainJourneys> sets) {
    return sets.stream()
        .flatMap(s -> s.journeys().stream())
        .flatMap(j -> j.path().stream())
        .distinct()
        .count();
  }

  private static Stream<Instant> times(PlainJourney journey) {
    return journey.events().stream().map(PlainEvent::time).filter(Objects::nonNull);
  }

  private static Stream<Duration> gaps(PlainJourney journey) {
    List<Instant> times = times(journey).toList();
    return LongStream.range(1, times.size())
        .mapToObj(i -> Duration.between(times.get((int) i - 1), times.get((int) i)));
  }
}
