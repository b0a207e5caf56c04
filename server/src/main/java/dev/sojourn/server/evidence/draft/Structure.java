package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.model.Step.OrderGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What was found about the touchpoints of a draft: their order, where stages begin, which are left
/// out, repeated or exchanged for each other, and the ways that the order does not say. Touchpoints
/// are numbered by their place in the order. Every choice has the share that speaks for it.
///
/// @param order the number that each place has in the counts
/// @param stageStarts the first place of each stage
/// @param groups how each place stands to its neighbours
/// @param passed customers who come to a place, of those who come to it or beyond
/// @param repeated customers who come to a place again, of those who come to it
/// @param ways ways back, ways that skip ahead, and places where customers leave
record Structure(
    List<Integer> order,
    List<Integer> stageStarts,
    List<OrderGroup> groups,
    List<Rate> passed,
    List<Rate> repeated,
    List<Way> ways) {

  /// A touchpoint is mandatory when at least this share of those who come this far come to it.
  static final double MANDATORY = 0.8;

  /// A way, a repeat or an exit is drawn when at least this share takes it.
  static final double WORTH_DRAWING = 0.1;

  /// Neighbours that fewer than this share of their customers both come to stand for each other.
  private static final double BOTH_OF_ALTERNATIVES = 0.1;

  /// Neighbours of which neither is first for more than this share come in any order.
  private static final double NO_ORDER = 0.7;

  private static final long LEAST_CUSTOMERS = 30;
  private static final int MOST_WAYS = 5;
  private static final int MOST_IN_ANY_ORDER = 5;

  /// What kind of way.
  enum Direction {
    BACK,
    AHEAD,
    OUT
  }

  /// A way from one place to another; `to` is -1 for those who leave.
  ///
  /// @param taken customers who take it, of those who come to `from`
  record Way(Direction direction, int from, int to, Rate taken) {}

  /// @param reached customers who come to each place of the order or beyond
  static Structure of(
      List<Integer> order, List<Integer> stageStarts, MinedCounts counts, long[] reached) {
    List<Rate> passed = new ArrayList<>();
    List<Rate> repeated = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int t = order.get(i);
      passed.add(new Rate(counts.came(t), reached[i]));
      repeated.add(new Rate(counts.again(t), counts.came(t)));
    }
    List<OrderGroup> groups = groups(order, stageStarts, counts);
    Structure found = new Structure(order, stageStarts, groups, passed, repeated, List.of());
    return new Structure(order, stageStarts, groups, passed, repeated, found.ways(counts));
  }

  /// Whether customers who come this far may leave a place out.
  boolean isOptional(int place) {
    return passed.get(place).low().orElse(0) < MANDATORY;
  }

  /// Whether customers come to a place again and again.
  boolean isRepeatable(int place) {
    return repeated.get(place).low().orElse(0) >= WORTH_DRAWING;
  }

  /// The stage of a place.
  int stageOf(int place) {
    int stage = 0;
    for (int s = 0; s < stageStarts.size(); s++) {
      stage = stageStarts.get(s) <= place ? s : stage;
    }
    return stage;
  }

  private static List<OrderGroup> groups(
      List<Integer> order, List<Integer> starts, MinedCounts counts) {
    OrderGroup[] groups = new OrderGroup[order.size()];
    Arrays.fill(groups, OrderGroup.SEQUENCE);
    int from = 0;
    while (from < order.size()) {
      int to = from + 1;
      for (OrderGroup kind : List.of(OrderGroup.ALTERNATIVE, OrderGroup.ANY_ORDER)) {
        if (to == from + 1) {
          to = reach(order, starts, counts, from, kind);
          if (to > from + 1) {
            Arrays.fill(groups, from, to, kind);
          }
        }
      }
      from = to;
    }
    separate(groups, starts);
    return List.of(groups);
  }

  /// Two groups of one kind side by side would read as one, so the second gives up its first mark.
  private static void separate(OrderGroup[] groups, List<Integer> starts) {
    for (int i = 0; i < groups.length; i++) {
      boolean alone =
          groups[i] != OrderGroup.SEQUENCE
              && (i == 0 || groups[i - 1] != groups[i] || starts.contains(i))
              && (i + 1 == groups.length || groups[i + 1] != groups[i] || starts.contains(i + 1));
      groups[i] = alone ? OrderGroup.SEQUENCE : groups[i];
    }
  }

  private static int reach(
      List<Integer> order, List<Integer> starts, MinedCounts counts, int from, OrderGroup kind) {
    int to = from + 1;
    while (to < order.size()
        && to - from < MOST_IN_ANY_ORDER
        && !starts.contains(to)
        && belongs(order, counts, from, to, kind)) {
      to++;
    }
    return to;
  }

  private static boolean belongs(
      List<Integer> order, MinedCounts counts, int from, int next, OrderGroup kind) {
    for (int i = from; i < next; i++) {
      int a = order.get(i);
      int b = order.get(next);
      long both = counts.both(a, b);
      long either = counts.came(a) + counts.came(b) - both;
      boolean fits =
          kind == OrderGroup.ALTERNATIVE
              ? Math.min(counts.came(a), counts.came(b)) >= LEAST_CUSTOMERS
                  && new Rate(both, either).high().orElse(1) < BOTH_OF_ALTERNATIVES
              : both >= LEAST_CUSTOMERS
                  && new Rate(counts.before(a, b), both).high().orElse(1) < NO_ORDER
                  && new Rate(counts.before(b, a), both).high().orElse(1) < NO_ORDER;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private List<Way> ways(MinedCounts counts) {
    List<Way> ways = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      List<Way> some = new ArrayList<>();
      for (int from = 0; from < order.size(); from++) {
        if (direction == Direction.OUT) {
          if (from < order.size() - 1) {
            some.add(way(direction, from, -1, counts.last(order.get(from)), counts));
          }
        } else {
          for (int to = 0; to < order.size(); to++) {
            boolean back = to < from && !together(to, from);
            boolean ahead = skipsMandatory(from, to);
            if (direction == Direction.BACK ? back : ahead) {
              long straight = counts.straight(order.get(from), order.get(to));
              some.add(way(direction, from, to, straight, counts));
            }
          }
        }
      }
      some.removeIf(w -> w.taken().low().orElse(0) < WORTH_DRAWING);
      some.sort(
          Comparator.<Way>comparingLong(w -> -w.taken().n())
              .thenComparingInt(Way::from)
              .thenComparingInt(Way::to));
      ways.addAll(some.subList(0, Math.min(MOST_WAYS, some.size())));
    }
    return ways;
  }

  private Way way(Direction direction, int from, int to, long took, MinedCounts counts) {
    return new Way(direction, from, to, new Rate(took, counts.came(order.get(from))));
  }

  private boolean together(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (groups.get(i) == OrderGroup.SEQUENCE
          || groups.get(i) != groups.get(from)
          || stageOf(i) != stageOf(from)) {
        return false;
      }
    }
    return true;
  }

  private boolean skipsMandatory(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (!isOptional(i) && !together(from, i) && !together(i, to)) {
        return true;
      }
    }
    return false;
  }
}
