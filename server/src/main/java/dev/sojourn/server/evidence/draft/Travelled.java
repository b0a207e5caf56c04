package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.server.evidence.walk.Walk;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The touchpoints of some journeys, how many come to each, and which of them a map has room for.
/// Without a lens a touchpoint is an event name, whatever the channel.
///
/// @param names all touchpoints, sorted; a touchpoint's number is its place here
/// @param byCode the touchpoint of each code
/// @param customers customers of all who come to each
/// @param events events of each
/// @param units customers in all
/// @param heldOutUnits customers held out from the mining
/// @param heldOutEvents events of theirs
record Travelled(
    List<String> names,
    int[] byCode,
    long[] customers,
    long[] events,
    long units,
    long heldOutUnits,
    long heldOutEvents) {

  /// A map with more is not read by anybody.
  static final int MOST_ON_A_MAP = 40;

  private static final double LEAST_SHARE = 0.01;

  static Travelled of(Journeys journeys, Watch watch) {
    TreeSet<String> sorted = new TreeSet<>();
    for (int code = 0; code < journeys.vocabulary().size(); code++) {
      sorted.add(journeys.vocabulary().name(code));
    }
    List<String> names = List.copyOf(sorted);
    int[] byCode = new int[journeys.vocabulary().size()];
    for (int code = 0; code < byCode.length; code++) {
      byCode[code] = java.util.Collections.binarySearch(names, journeys.vocabulary().name(code));
    }
    long[] customers = new long[names.size()];
    long[] events = new long[names.size()];
    long[] sums = new long[3];
    Walk.over(
        journeys,
        byCode,
        names.size(),
        "Counting touchpoints",
        watch,
        passage -> {
          sums[0]++;
          if (Split.isHeldOut(journeys.unitId(passage.unit()))) {
            sums[1]++;
            sums[2] += passage.length();
          }
          for (int i = 0; i < passage.length(); i++) {
            int t = passage.touchpoint(i);
            events[t]++;
            customers[t] += passage.first(t) == i ? 1 : 0;
          }
        });
    return new Travelled(names, byCode, customers, events, sums[0], sums[1], sums[2]);
  }

  /// The touchpoints for the map: the most travelled, to which at least one customer in a hundred
  /// comes; always one, when there is any.
  List<Integer> onMap() {
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < names.size(); t++) {
      if (customers[t] > 0) {
        order.add(t);
      }
    }
    order.sort(Comparator.<Integer>comparingLong(t -> -customers[t]).thenComparingInt(t -> t));
    List<Integer> kept = new ArrayList<>();
    for (int t : order) {
      if (kept.isEmpty() || (kept.size() < MOST_ON_A_MAP && customers[t] >= LEAST_SHARE * units)) {
        kept.add(t);
      }
    }
    return kept;
  }
}
