package dev.sojourn.server.evidence.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DraftScoreTest {

  private static final Path PUBLISHED =
      Path.of(System.getProperty("sojourn.reference"), "data", "genetic_cjms");
  private static final int SETS = 30 * Integer.getInteger("sojourn.torture", 1);

  @Test
  void findsEveryMapWithoutNoise() {
    List<DraftScore> scores = generated(0);
    assertEquals(1, mean(scores, DraftScore::adjustedRand));
    assertEquals(1, mean(scores, DraftScore::recovered));
    assertEquals(1, mean(scores, DraftScore::foundToTrue));
  }

  @Test
  void holdsWhenAFifthOfTheCustomersStray() {
    List<DraftScore> scores = generated(0.2);
    assertTrue(mean(scores, DraftScore::adjustedRand) >= 0.97, scores::toString);
    assertTrue(mean(scores, DraftScore::recovered) >= 0.97, scores::toString);
    assertTrue(rightNumber(scores) >= 0.9, scores::toString);
  }

  @Test
  void holdsWhenFourTenthsOfTheCustomersStray() {
    List<DraftScore> scores = generated(0.4);
    assertTrue(mean(scores, DraftScore::adjustedRand) >= 0.95, scores::toString);
    assertTrue(mean(scores, DraftScore::recovered) >= 0.96, scores::toString);
    assertTrue(rightNumber(scores) >= 0.8, scores::toString);
  }

  @Test
  void findsThePublishedMaps() throws IOException {
    if (!Files.isDirectory(PUBLISHED)) {
      return;
    }
    double[] leastAgreement = {0.98, 0.961, 0.942};
    for (int level = 1; level <= 3; level++) {
      List<DraftScore> scores = new ArrayList<>();
      for (int k = 1; k <= 8; k++) {
        scores.add(
            DraftScore.of(
                LabelledJourneys.read(PUBLISHED.resolve("k" + k + "-" + level + ".csv"))));
      }
      double agreement = mean(scores, DraftScore::adjustedRand);
      assertTrue(agreement >= leastAgreement[level - 1], scores::toString);
      assertTrue(mean(scores, DraftScore::recovered) >= 0.98, scores::toString);
      assertTrue(rightNumber(scores) >= 0.98, scores::toString);
    }
  }

  @Test
  void printsOneObjectOrSaysWhatIsMissing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        GeneticJourneysScore.run(
            new String[] {"nowhere.csv"},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertEquals(2, code);
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("one path"));
  }

  private static List<DraftScore> generated(double noise) {
    List<DraftScore> scores = new ArrayList<>();
    for (int seed = 0; seed < SETS; seed++) {
      scores.add(DraftScore.of(GeneratedJourneys.of(1_000 + seed, 100, noise)));
    }
    return scores;
  }

  private static double mean(List<DraftScore> scores, ToDoubleFunction<DraftScore> of) {
    return scores.stream().mapToDouble(of).average().orElseThrow();
  }

  private static double rightNumber(List<DraftScore> scores) {
    return mean(scores, s -> s.trueJourneys() == s.foundJourneys() ? 1 : 0);
  }
}
