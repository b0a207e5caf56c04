package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Counts of everything; `docs/concepts/semantics-summary.md`.
final class ReferenceSummary {

  private ReferenceSummary() {}

  static AnalysisResult.Summary answer(List<PlainJourney> journeys) {
    Set<String> touchpoints = new HashSet<>();
    Set<List<String>> variants = new HashSet<>();
    List<Instant> times = new ArrayList<>();
    List<BigDecimal> lengths = new ArrayList<>();
    List<BigDecimal> durations = new ArrayList<>();
    for (PlainJourney journey : journeys) {
      touchpoints.addAll(journey.path());
      variants.add(journey.path());
      lengths.add(BigDecimal.valueOf(journey.events().size()));
      List<Instant> timed = times(journey.events());
      times.addAll(timed);
      if (!timed.isEmpty()) {
        durations.add(Figures.seconds(Duration.between(timed.getFirst(), timed.getLast())));
      }
    }
    return new AnalysisResult.Summary(
        Visible.population(journeys),
        touchpoints.size(),
        variants.size(),
        times.stream().min(Instant::compareTo).orElse(null),
        times.stream().max(Instant::compareTo).orElse(null),
        Figures.distribution(lengths),
        Figures.distribution(durations));
  }

  /// The times of those events that have one, in order.
  static List<Instant> times(List<PlainEvent> events) {
    return events.stream().map(PlainEvent::time).filter(Objects::nonNull).toList();
  }
}
