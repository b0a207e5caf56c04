package dev.sojourn.server.evidence.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PathComparisonTest {

  @Test
  void keepsWhatIsInOrderAndCountsWhatIsCommon() {
    PathComparison comparison = new PathComparison(new int[] {0, 1, 2, 1}, 3);
    assertEquals(3, comparison.kept(new int[] {1, 2, 1}));
    assertEquals(2, comparison.kept(new int[] {2, 0, 1}));
    assertEquals(3, comparison.common(new int[] {2, 0, 1}));
    assertEquals(0, comparison.kept(new int[] {3, 3}));
    assertEquals(0, comparison.common(new int[] {3, 3}));
  }

  @Test
  void agreesWithTheTableOfSubsequencesAtEveryLength() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int touchpoints = 1 + random.nextInt(6);
      int[] a = path(random, touchpoints);
      int[] b = path(random, touchpoints);
      assertEquals(
          longestCommon(a, b),
          new PathComparison(a, touchpoints).kept(b),
          "seed " + seed + " round " + round);
    }
  }

  private static int[] path(Random random, int touchpoints) {
    return random.ints(1 + random.nextInt(150), 0, touchpoints).toArray();
  }

  private static int longestCommon(int[] a, int[] b) {
    int[][] length = new int[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        length[i][j] =
            a[i - 1] == b[j - 1]
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[a.length][b.length];
  }
}
