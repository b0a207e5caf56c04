package dev.sojourn.server.evidence.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.map.model.Claim;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpectedTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  private static Claim claim(
      Claim.Type type, String statement, Claim.Expectation expectation, double tolerance) {
    UUID id = new UUID(1, 2);
    return new Claim(id, id, null, type, statement, expectation, tolerance);
  }

  private static Expected said(String statement) {
    return Expected.of(claim(Claim.Type.DROP_OFF, statement, null, 0)).orElseThrow();
  }

  @Test
  void readsTheWordsOfAStatement() {
    assertEquals(new Expected(0.5, NONE, "most"), said("Most customers leave here."));
    assertEquals(new Expected(-NONE, 0.2, "few"), said("Few leave."));
    assertEquals(new Expected(0.9, NONE, "nearly all"), said("Almost everybody leaves."));
    assertEquals(new Expected(0.4, 0.6, "about half"), said("About half leave."));
    assertEquals(new Expected(0.35, NONE, "at least 35 %"), said("At least 35 % leave."));
    assertEquals(new Expected(-NONE, 0.1, "less than 10 %"), said("Less than 10 percent leave."));
  }

  @Test
  void takesWordsOnlyWhole() {
    Claim claim = claim(Claim.Type.DROP_OFF, "The fewest almost leave.", null, 0);
    assertEquals(Optional.empty(), Expected.of(claim));
  }

  @Test
  void theGivenBoundsGoBeforeTheWordsAndAreWidenedByTheTolerance() {
    Claim.Expectation given = new Claim.Expectation(0.3, 0.4);
    Expected expected =
        Expected.of(claim(Claim.Type.OCCURS, "Most come.", given, 0.05)).orElseThrow();
    assertEquals(0.25, expected.atLeast(), 1e-12);
    assertEquals(0.45, expected.atMost(), 1e-12);
    assertEquals("between 30 % and 40 %", expected.words());
  }

  @Test
  void numbersAreSaidWithoutDigitsThatTheyDoNotDeserve() {
    assertEquals("53 %", Words.percent(0.5312));
    assertEquals("0.4 %", Words.percent(0.004));
    assertEquals("99.9 %", Words.percent(0.9999));
    assertEquals("100 %", Words.percent(1));
    assertEquals("4,120", Words.count(4_120));
    assertEquals("20 min", Words.duration(1_200));
    assertEquals("3 days", Words.duration(3 * 86_400));
  }

  @Test
  void theIntervalOfAMedianHoldsTheTrueOneInNineteenOfTwentySamples() {
    Random random = new Random(17);
    int held = 0;
    for (int sample = 0; sample < 1_000; sample++) {
      long[] ticks = random.longs(60, 0, 1_000).toArray();
      Measured.Median median = MedianInterval.of(ticks, ticks.length, Tick.SECOND);
      held += median.low() <= 499.5 && 499.5 <= median.high() ? 1 : 0;
      Arrays.sort(ticks);
      assertEquals((ticks[29] + ticks[30]) / 2.0, median.seconds());
    }
    assertTrue(held >= 930, "held " + held + " of 1,000, seed 17");
    assertEquals(0, MedianInterval.of(new long[0], 0, Tick.SECOND).n());
    assertEquals(
        List.of(5.0, 5.0, 5.0),
        List.of(
            MedianInterval.of(new long[] {5}, 1, Tick.SECOND).low(),
            MedianInterval.of(new long[] {5}, 1, Tick.SECOND).seconds(),
            MedianInterval.of(new long[] {5}, 1, Tick.SECOND).high()));
  }
}
