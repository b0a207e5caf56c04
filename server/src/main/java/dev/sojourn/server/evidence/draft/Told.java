package dev.sojourn.server.evidence.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// Typical journeys of customers, and whether they mean anything.
///
/// A touchpoint directly after itself is part of a journey, unless many customers are there again
/// and again: then it is a loop and counts once. Journeys mean something when they save clearly
/// more of the description than journeys mined from the same events dealt out to the customers
/// anew.
///
/// @param journeys the typical journeys
/// @param folded whether a touchpoint directly after itself counts once
/// @param savedByChance what journeys save where events are dealt out anew
record Told(JourneySet journeys, boolean folded, double savedByChance) {

  /// So often on end is a loop and no longer a path.
  private static final int LOOP = 4;

  private static final double LOOPING_SHARE = 0.05;
  private static final double CLEARLY_MORE = 1.25;
  private static final int DEALT = 300;
  private static final long DEAL_SEED = 0x5EED;

  /// @param units units on each path, not empty
  static Told of(Map<List<String>, Long> units, BooleanSupplier cancelled) {
    boolean folded = loops(units);
    Map<List<String>, Long> paths = new HashMap<>();
    units.forEach((path, n) -> paths.merge(folded ? folded(path) : path, n, Long::sum));
    PathTable table = PathTable.of(paths);
    return new Told(
        JourneySet.mine(table, cancelled),
        folded,
        JourneySet.mine(PathTable.of(dealt(table, folded)), cancelled).saved());
  }

  /// Whether the journeys describe customers clearly better than chance does.
  boolean meansSomething() {
    return !journeys.journeys().isEmpty() && journeys.saved() > CLEARLY_MORE * savedByChance;
  }

  /// The journey that a path is counted to; empty for all when the journeys mean nothing.
  OptionalInt journeyOf(List<String> path) {
    return meansSomething()
        ? journeys.journeyOf(folded ? folded(path) : path)
        : OptionalInt.empty();
  }

  private static boolean loops(Map<List<String>, Long> units) {
    long looping = 0;
    long all = 0;
    for (Map.Entry<List<String>, Long> entry : units.entrySet()) {
      int run = 1;
      int longest = 1;
      List<String> path = entry.getKey();
      for (int i = 1; i < path.size(); i++) {
        run = path.get(i).equals(path.get(i - 1)) ? run + 1 : 1;
        longest = Math.max(longest, run);
      }
      all += entry.getValue();
      looping += longest >= LOOP ? entry.getValue() : 0;
    }
    return looping > LOOPING_SHARE * all;
  }

  private static List<String> folded(List<String> path) {
    List<String> out = new ArrayList<>();
    for (String touchpoint : path) {
      if (out.isEmpty() || !out.getLast().equals(touchpoint)) {
        out.add(touchpoint);
      }
    }
    return List.copyOf(out);
  }

  /// The events of up to 300 customers, evenly taken, mixed and dealt out to journeys of the same
  /// lengths.
  private static Map<List<String>, Long> dealt(PathTable table, boolean folded) {
    List<Integer> customers = new ArrayList<>();
    double every = Math.max(1, (double) table.totalUnits() / DEALT);
    double next = every / 2;
    long seen = 0;
    for (int i = 0; i < table.size(); i++) {
      seen += table.units(i);
      while (next < seen) {
        customers.add(i);
        next += every;
      }
    }
    List<String> events = new ArrayList<>();
    customers.forEach(i -> events.addAll(table.path(i)));
    Collections.shuffle(events, new Random(DEAL_SEED));
    Map<List<String>, Long> units = new TreeMap<>(Told::compare);
    int at = 0;
    for (int i : customers) {
      int to = at + table.numbers(i).length;
      List<String> path = List.copyOf(events.subList(at, to));
      units.merge(folded ? folded(path) : path, 1L, Long::sum);
      at = to;
    }
    return units;
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
