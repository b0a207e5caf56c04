package dev.sojourn.server.evidence.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where the order of touchpoints is cut into stages: so that customers go straight from touchpoint
/// to touchpoint inside stages more, and between them less, than if they went anywhere. How many
/// stages is found.
///
/// Newman, M. and Girvan, M. (2004), Finding and evaluating community structure in networks,
/// Physical Review E 69, 026113; the resolution is that of Reichardt, J. and Bornholdt, S. (2006),
/// Statistical mechanics of community detection, Physical Review E 74, 016110. Stages are
/// contiguous in the order, so the best cut is found by dynamic programming and not by search.
final class StageCuts {

  /// More stages than this are no overview.
  static final int MOST_STAGES = 7;

  private static final double LEAST_GAIN = 1e-9;

  /// A map of at least this many touchpoints is looked at ever more closely until it has at least
  /// [#FEWEST_STAGES].
  private static final int TOUCHPOINTS_FOR_STAGES = 6;

  private static final int FEWEST_STAGES = 3;

  /// A stage has a touchpoint to which at least this share of customers comes.
  private static final double LEAST_SHARE = 0.1;

  private static final double[] CLOSENESS = {1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4};

  private StageCuts() {}

  /// Where stages begin in the order: 0 and the other first places, ascending. The modularity
  /// decides, fewer stages win a tie.
  ///
  /// @param names event names by place; names that begin with the same word stay together, unless
  ///   most names do
  static List<Integer> of(List<Integer> order, MinedCounts counts, List<String> names) {
    boolean[] mayBegin = mayBegin(names);
    int wanted = order.size() >= TOUCHPOINTS_FOR_STAGES ? FEWEST_STAGES : 1;
    List<Integer> starts = List.of(0);
    for (int i = 0; i < CLOSENESS.length && (i == 0 || starts.size() < wanted); i++) {
      starts = of(worth(order, counts, CLOSENESS[i]), mayBegin);
    }
    return starts;
  }

  private static List<Integer> of(double[][] worth, boolean[] mayBegin) {
    int n = worth.length - 1;
    int most = Math.min(MOST_STAGES, n);
    double[][] best = new double[most + 1][n + 1];
    int[][] cut = new int[most + 1][n + 1];
    for (int to = 1; to <= n; to++) {
      best[1][to] = worth[0][to];
    }
    for (int k = 2; k <= most; k++) {
      for (int to = k; to <= n; to++) {
        best[k][to] = Double.NEGATIVE_INFINITY;
        for (int from = k - 1; from < to; from++) {
          double sum = best[k - 1][from] + worth[from][to];
          if (mayBegin[from] && sum > best[k][to] + LEAST_GAIN) {
            best[k][to] = sum;
            cut[k][to] = from;
          }
        }
      }
    }
    int stages = 1;
    for (int k = 2; k <= most; k++) {
      stages = best[k][n] > best[stages][n] + LEAST_GAIN ? k : stages;
    }
    List<Integer> starts = new ArrayList<>();
    int to = n;
    for (int k = stages; k >= 1; k--) {
      to = cut[k][to];
      starts.addFirst(to);
    }
    return List.copyOf(starts);
  }

  private static boolean[] mayBegin(List<String> names) {
    Map<String, Integer> uses = new HashMap<>();
    List<String> first = new ArrayList<>();
    for (String name : names) {
      String word = StageWords.said(name).split(" ", -1)[0].toLowerCase(Locale.ROOT);
      first.add(word);
      uses.merge(word, 1, Integer::sum);
    }
    boolean[] may = new boolean[names.size()];
    for (int i = 0; i < may.length; i++) {
      String word = first.get(i);
      boolean says = word.length() >= 3 && 2 * uses.getOrDefault(word, 0) <= names.size();
      may[i] = i == 0 || !says || !word.equals(first.get(i - 1));
    }
    return may;
  }

  /// The modularity of each stretch `[from, to)` of the order as a stage.
  ///
  /// @param closeness the resolution: above 1 smaller stages are worth more
  private static double[][] worth(List<Integer> order, MinedCounts counts, double closeness) {
    int n = order.size();
    double all = 0;
    double[] degree = new double[n];
    double[][] flow = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          flow[i][j] =
              counts.straight(order.get(i), order.get(j))
                  + counts.straight(order.get(j), order.get(i));
          degree[i] += flow[i][j];
        }
      }
      all += degree[i];
    }
    double[][] worth = new double[n + 1][n + 1];
    if (all == 0) {
      return worth;
    }
    for (int from = 0; from < n; from++) {
      double inside = 0;
      double touched = 0;
      long most = 0;
      for (int to = from + 1; to <= n; to++) {
        for (int i = from; i < to - 1; i++) {
          inside += 2 * flow[i][to - 1];
        }
        touched += degree[to - 1];
        most = Math.max(most, counts.came(order.get(to - 1)));
        boolean travelled = most >= LEAST_SHARE * counts.customers();
        worth[from][to] =
            !travelled
                ? Double.NEGATIVE_INFINITY
                : inside / all - closeness * (touched / all) * (touched / all);
      }
    }
    return worth;
  }
}
