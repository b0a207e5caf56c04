package dev.sojourn.server.evidence.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of touchpoints that most customers agree with: the sum over all pairs of customers who
/// first come to the earlier one first is as large as moving single touchpoints can make it. Only
/// first visits count, so loops do not blur it.
///
/// Kemeny, J. (1959), Mathematics without numbers, Daedalus 88, 577-591; the local search is the
/// usual one for the linear ordering problem.
final class TouchpointOrder {

  private TouchpointOrder() {}

  /// The touchpoints in order; ties by how early they come on average, then by number.
  static List<Integer> of(MinedCounts counts) {
    int n = counts.touchpoints();
    List<Integer> order = new ArrayList<>();
    double[] lateness = new double[n];
    for (int a = 0; a < n; a++) {
      order.add(a);
      double sum = 0;
      int pairs = 0;
      for (int b = 0; b < n; b++) {
        if (a != b && counts.both(a, b) > 0) {
          sum += (double) counts.before(b, a) / counts.both(a, b);
          pairs++;
        }
      }
      lateness[a] = pairs == 0 ? 0.5 : sum / pairs;
    }
    order.sort(Comparator.<Integer>comparingDouble(t -> lateness[t]).thenComparingInt(t -> t));
    boolean better = true;
    while (better) {
      better = false;
      for (int from = 0; from < n; from++) {
        better |= moved(order, from, counts);
      }
    }
    return order;
  }

  /// Moves one touchpoint to where most customers agree, when that is a better place. Every move
  /// adds at least one customer's agreement, so the search ends.
  private static boolean moved(List<Integer> order, int from, MinedCounts counts) {
    int t = order.get(from);
    long best = 0;
    int place = from;
    long gain = 0;
    for (int to = from - 1; to >= 0; to--) {
      gain += counts.before(t, order.get(to)) - counts.before(order.get(to), t);
      if (gain > best) {
        best = gain;
        place = to;
      }
    }
    gain = 0;
    for (int to = from + 1; to < order.size(); to++) {
      gain += counts.before(order.get(to), t) - counts.before(t, order.get(to));
      if (gain > best) {
        best = gain;
        place = to;
      }
    }
    if (place == from) {
      return false;
    }
    order.remove(from);
    order.add(place, t);
    return true;
  }
}
