package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.spec.PlanElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// The alignment of one journey: Dijkstra's shortest path from (start of the journey, whole plan)
/// to (end of the journey, nothing left of the plan). Of equally cheap ones the first in the order
/// of the dictionary.
final class BestMoves {

  private BestMoves() {}

  /// What a move does. The order is that of the dictionary.
  enum What {
    MATCHED,
    LEFT_OUT,
    INSERTED
  }

  /// One move.
  record Move(What what, String touchpoint) {

    int cost() {
      return what == What.MATCHED ? 0 : 1;
    }
  }

  private record Place(int at, PlanRest rest) {}

  private record Way(int cost, List<Move> moves, Place to) {

    Way then(Move move, Place next) {
      List<Move> longer = new ArrayList<>(moves);
      longer.add(move);
      return new Way(cost + move.cost(), longer, next);
    }
  }

  private static final Comparator<Move> DICTIONARY =
      Comparator.comparing(Move::what).thenComparing(Move::touchpoint);

  /// The moves of the best alignment.
  ///
  /// @param prefix whether the plan may have something left at the end of the journey
  static List<Move> of(List<String> path, PlanElement plan, boolean prefix) {
    PriorityQueue<Way> open = new PriorityQueue<>(BestMoves::compare);
    Set<Place> settled = new HashSet<>();
    open.add(new Way(0, List.of(), new Place(0, new PlanRest(List.of(plan)))));
    while (true) {
      Way way = open.remove();
      Place place = way.to();
      if (!settled.add(place)) {
        continue;
      }
      boolean journeyOver = place.at() == path.size();
      if (journeyOver && (prefix || place.rest().done())) {
        return way.moves();
      }
      if (!journeyOver) {
        Move insert = new Move(What.INSERTED, path.get(place.at()));
        open.add(way.then(insert, new Place(place.at() + 1, place.rest())));
      }
      for (PlanRest.Next next : place.rest().next()) {
        Move leaveOut = new Move(What.LEFT_OUT, next.touchpoint());
        open.add(way.then(leaveOut, new Place(place.at(), next.rest())));
        if (!journeyOver && next.touchpoint().equals(path.get(place.at()))) {
          Move match = new Move(What.MATCHED, next.touchpoint());
          open.add(way.then(match, new Place(place.at() + 1, next.rest())));
        }
      }
    }
  }

  private static int compare(Way a, Way b) {
    if (a.cost() != b.cost()) {
      return Integer.compare(a.cost(), b.cost());
    }
    for (int i = 0; i < Math.min(a.moves().size(), b.moves().size()); i++) {
      int order = DICTIONARY.compare(a.moves().get(i), b.moves().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.moves().size(), b.moves().size());
  }
}
