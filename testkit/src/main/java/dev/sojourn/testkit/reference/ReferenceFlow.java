package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Edge;
import dev.sojourn.kernel.result.AnalysisResult.End;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The directly-follows graph; `docs/concepts/semantics-flow.md`.
final class ReferenceFlow {

  private ReferenceFlow() {}

  private record Pair(String from, String to) {}

  private static final class Found {
    private long occurrences;
    private final Set<String> units = new HashSet<>();
    private final List<Duration> elapsed = new ArrayList<>();
  }

  static AnalysisResult.Flow answer(List<PlainJourney> journeys) {
    Map<Pair, Found> pairs = new HashMap<>();
    Map<String, Long> starts = new TreeMap<>();
    Map<String, Long> ends = new TreeMap<>();
    for (PlainJourney journey : journeys) {
      List<PlainEvent> events = journey.events();
      starts.merge(events.getFirst().name(), 1L, Long::sum);
      ends.merge(events.getLast().name(), 1L, Long::sum);
      for (int i = 1; i < events.size(); i++) {
        PlainEvent from = events.get(i - 1);
        PlainEvent to = events.get(i);
        Found found = pairs.computeIfAbsent(new Pair(from.name(), to.name()), pair -> new Found());
        found.occurrences++;
        found.units.add(journey.unit());
        elapsed(from, to).ifPresent(found.elapsed::add);
      }
    }
    return new AnalysisResult.Flow(
        Visible.population(journeys), edges(pairs), most(starts), most(ends));
  }

  private static Optional<Duration> elapsed(PlainEvent from, PlainEvent to) {
    Instant start = from.time();
    Instant end = to.time();
    return start == null || end == null
        ? Optional.empty()
        : Optional.of(Duration.between(start, end));
  }

  private static List<Edge> edges(Map<Pair, Found> pairs) {
    List<Edge> edges = new ArrayList<>();
    pairs.forEach((pair, found) ->
        edges.add(
            new Edge(
                pair.from(),
                pair.to(),
                found.occurrences,
                found.units.size(),
                Figures.elapsed(found.elapsed))));
    edges.sort(
        Comparator.comparingLong(Edge::occurrences)
            .reversed()
            .thenComparing(Edge::from)
            .thenComparing(Edge::to));
    return edges;
  }

  private static List<End> most(Map<String, Long> units) {
    return units.entrySet().stream()
        .map(e -> new End(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(End::units).reversed().thenComparing(End::touchpoint))
        .toList();
  }
}
