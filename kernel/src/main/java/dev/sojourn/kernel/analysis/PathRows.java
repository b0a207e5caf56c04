package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.result.AnalysisResult.PathLink;
import dev.sojourn.kernel.result.AnalysisResult.PathNode;
import dev.sojourn.kernel.spec.PathOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The nodes and links of paths: of each step so many touchpoints are told apart, the others are
/// one node, before links are summed. So nothing gets lost.
final class PathRows {

  /// What is not told apart; behind every touchpoint, so that it is last among equals.
  private static final int REST = Integer.MAX_VALUE;

  private record Place(int step, int touchpoint) {}

  private record Way(int step, int from, int to) {}

  private static final class Sums {
    long units;
    final Set<Integer> touchpoints = new HashSet<>();
    final Map<PathOutcome, Long> ended = new EnumMap<>(PathOutcome.class);
  }

  private final List<String> touchpoints;
  private final boolean backward;
  private final Map<Place, Sums> nodes = new HashMap<>();
  private final Map<Way, Long> links = new HashMap<>();
  private final Map<Integer, Set<Integer>> rows = new HashMap<>();

  /// @param backward whether steps are counted back from an end
  /// @param rowsPerStep how many touchpoints of a step are told apart
  /// @param counted links by step from 0, the first of which come from nothing
  PathRows(List<String> touchpoints, boolean backward, int rowsPerStep, StepLinks counted) {
    this.touchpoints = touchpoints;
    this.backward = backward;
    choose(rowsPerStep, counted);
    counted.each(this::sum);
  }

  private void choose(int rowsPerStep, StepLinks counted) {
    Map<Integer, TreeMap<Integer, Long>> units = new HashMap<>();
    counted.each((step, _, to, n) -> {
      if (to < touchpoints.size()) {
        units.computeIfAbsent(step, _ -> new TreeMap<>()).merge(to, n, Long::sum);
      }
    });
    units.forEach((step, of) -> {
      List<Map.Entry<Integer, Long>> most = new ArrayList<>(of.entrySet());
      // Stable: touchpoints are in the order of their names.
      most.sort(Map.Entry.<Integer, Long>comparingByValue().reversed());
      Set<Integer> kept = new HashSet<>();
      most.stream().limit(rowsPerStep).forEach(row -> kept.add(row.getKey()));
      rows.put(step, kept);
    });
  }

  private int row(int step, int touchpoint) {
    return rows.getOrDefault(step, Set.of()).contains(touchpoint) ? touchpoint : REST;
  }

  private void sum(int step, int from, int to, long units) {
    boolean ends = to >= touchpoints.size();
    if (!ends) {
      Sums node = nodes.computeIfAbsent(new Place(step, row(step, to)), _ -> new Sums());
      node.units += units;
      node.touchpoints.add(to);
    }
    if (step > 0) {
      int row = row(step - 1, from);
      if (ends) {
        Sums node = nodes.computeIfAbsent(new Place(step - 1, row), _ -> new Sums());
        node.ended.merge(PathOutcome.values()[to - touchpoints.size()], units, Long::sum);
      } else {
        links.merge(new Way(step, row, row(step, to)), units, Long::sum);
      }
    }
  }

  List<PathNode> nodes() {
    Comparator<Map.Entry<Place, Sums>> order =
        Comparator.<Map.Entry<Place, Sums>>comparingInt(e -> e.getKey().step)
            .thenComparing(e -> e.getKey().touchpoint == REST)
            .thenComparing(e -> e.getValue().units, Comparator.reverseOrder())
            .thenComparing(e -> e.getKey().touchpoint);
    return nodes.entrySet().stream()
        .sorted(order)
        .map(e -> node(e.getKey(), e.getValue()))
        .toList();
  }

  private PathNode node(Place place, Sums sums) {
    Map<PathOutcome, Long> ended = new EnumMap<>(PathOutcome.class);
    for (PathOutcome outcome : PathOutcome.values()) {
      ended.put(outcome, sums.ended.getOrDefault(outcome, 0L));
    }
    return new PathNode(
        number(place.step), name(place.touchpoint), sums.touchpoints.size(), sums.units, ended);
  }

  /// @param step from 0
  private int number(int step) {
    return backward ? -1 - step : 1 + step;
  }

  private @Nullable String name(int touchpoint) {
    return touchpoint == REST ? null : touchpoints.get(touchpoint);
  }

  List<PathLink> links() {
    Comparator<Map.Entry<Way, Long>> order =
        Comparator.<Map.Entry<Way, Long>>comparingInt(e -> e.getKey().step)
            .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
            .thenComparing(e -> backward ? e.getKey().to : e.getKey().from)
            .thenComparing(e -> backward ? e.getKey().from : e.getKey().to);
    return links.entrySet().stream()
        .sorted(order)
        .map(e -> link(e.getKey(), e.getValue()))
        .toList();
  }

  private PathLink link(Way way, long units) {
    // `to` is the node further from where paths are anchored.
    return backward
        ? new PathLink(number(way.step), name(way.to), name(way.from), units)
        : new PathLink(number(way.step - 1), name(way.from), name(way.to), units);
  }
}
