package dev.sojourn.testkit.journey;

import static dev.sojourn.testkit.journey.Notation.journeys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.testkit.random.RandomJourneys;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NotationTest {

  @Test
  void readsUnitsNamesChannelsAndTimes() {
    PlainJourneys read = journeys("ann: view@0 web/cart@1d12h", "bob: call");
    assertEquals(
        List.of(
            new PlainJourney(
                "ann",
                List.of(
                    new PlainEvent("view", null, Notation.START),
                    new PlainEvent("cart", "web", Notation.START.plus(Duration.ofHours(36))))),
            new PlainJourney("bob", List.of(new PlainEvent("call", null, null)))),
        read.journeys());
  }

  @Test
  void ordersByTimeThenAsWritten() {
    assertEquals(
        List.of("u", "b", "a", "c"),
        journeys("ann: c@5s b@1s a@1s u@?").journeys().getFirst().path());
  }

  @Test
  void readsEveryUnitOfTime() {
    assertEquals(Duration.parse("P8DT1H1M1.001001S"), Notation.duration("1w1d1h1m1s1ms1µs"));
    assertEquals(Duration.parse("-PT0.000003S"), Notation.duration("-3us"));
    assertEquals(Duration.ZERO, Notation.duration("0s"));
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThrows(IllegalArgumentException.class, () -> journeys("view@0"));
    assertThrows(IllegalArgumentException.class, () -> journeys("ann:"));
    assertThrows(IllegalArgumentException.class, () -> journeys("ann: view@5"));
    assertThrows(IllegalArgumentException.class, () -> journeys("ann: view@5m3"));
    assertThrows(IllegalArgumentException.class, () -> journeys("ann: a/b/c@5m"));
    assertThrows(IllegalArgumentException.class, () -> journeys("ann: a@-"));
    assertThrows(IllegalArgumentException.class, () -> journeys("ann: a@0", "ann: b@0"));
  }

  @Test
  void writesWhatItReads() {
    for (long seed = 0; seed < 500; seed++) {
      PlainJourneys random = RandomJourneys.of(new SplittableRandom(seed));
      assertEquals(random, journeys(lines(random)), "seed " + seed);
    }
  }

  @Test
  void aTableHoldsTheSameJourneys() {
    for (long seed = 0; seed < 500; seed++) {
      PlainJourneys random = RandomJourneys.of(new SplittableRandom(seed));
      PlainJourneys back = PlainJourneys.of(random.table().inParts(3));
      assertEquals(sorted(random), sorted(back), "seed " + seed);
    }
  }

  @Test
  void aTableKeepsTheCoarsestTick() {
    assertEquals(Tick.SECOND, journeys("ann: a@5s").table().tick());
    assertEquals(Tick.MILLISECOND, journeys("ann: a@5s b@6s1ms").table().tick());
    assertEquals(Tick.MICROSECOND, journeys("ann: a@5s b@6s1µs").table().tick());
  }

  @Test
  void knowsThroughWhenDataIsKnown() {
    assertEquals(Notation.START.plusSeconds(9), journeys("ann: a@9s", "bob: b@1s").dataThrough());
    assertNull(journeys("ann: a b").dataThrough());
  }

  private static String[] lines(PlainJourneys journeys) {
    return journeys.journeys().stream().map(PlainJourney::toString).toArray(String[]::new);
  }

  private static List<String> sorted(PlainJourneys journeys) {
    return journeys.journeys().stream().map(PlainJourney::toString).sorted().toList();
  }
}
