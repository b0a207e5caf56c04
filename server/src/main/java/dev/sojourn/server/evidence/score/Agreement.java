package dev.sojourn.server.evidence.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much two ways of putting the same things into groups agree.
///
/// Hubert, L. and Arabie, P. (1985), Comparing partitions, Journal of Classification 2, 193-218.
///
/// @param together pairs that both put together
/// @param inFirst pairs that the first puts together
/// @param inSecond pairs that the second puts together
/// @param pairs all pairs
public record Agreement(long together, long inFirst, long inSecond, long pairs) {

  /// Compares two groupings of the same things.
  ///
  /// @param first the group of each thing
  /// @param second the group of each thing, in the same order
  public static <A, B> Agreement of(List<A> first, List<B> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "groups of " + first.size() + " and of " + second.size() + " things do not compare");
    }
    Map<A, Long> a = new HashMap<>();
    Map<B, Long> b = new HashMap<>();
    Map<Map.Entry<A, B>, Long> both = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      a.merge(first.get(i), 1L, Long::sum);
      b.merge(second.get(i), 1L, Long::sum);
      both.merge(Map.entry(first.get(i), second.get(i)), 1L, Long::sum);
    }
    return new Agreement(
        pairs(both.values()), pairs(a.values()), pairs(b.values()), pairs(first.size()));
  }

  /// The adjusted Rand index: 1 for equal groupings, about 0 for unrelated ones.
  public double adjustedRand() {
    double expected = pairs == 0 ? 0 : (double) inFirst * inSecond / pairs;
    double most = (inFirst + inSecond) / 2.0;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  /// The harmonic mean of precision and recall over pairs, the second grouping being the truth.
  public double pairF1() {
    return inFirst + inSecond == 0 ? 1 : 2.0 * together / (inFirst + inSecond);
  }

  private static long pairs(Collection<Long> sizes) {
    return sizes.stream().mapToLong(Agreement::pairs).sum();
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }

  /// The share of one path that survives in the other: 1 minus the edit distance (insert, delete,
  /// replace) over the length of the longer one; 1 for two empty paths.
  public static double similarity(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    int longer = Math.max(a.size(), b.size());
    return longer == 0 ? 1 : 1 - (double) row[b.size()] / longer;
  }

  /// The mean over paths of the similarity to the nearest of the others; 0 when there is no other,
  /// 1 when there is no path.
  public static double nearest(Collection<List<String>> paths, Collection<List<String>> others) {
    List<Double> best = new ArrayList<>();
    for (List<String> path : paths) {
      best.add(others.stream().mapToDouble(o -> similarity(path, o)).max().orElse(0));
    }
    return best.stream().mapToDouble(x -> x).average().orElse(1);
  }
}
