package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Journeys split by inactivity; `docs/concepts/semantics-sessions.md`.
final class ReferenceSessions {

  private ReferenceSessions() {}

  static AnalysisResult.Sessions answer(Spec.Sessions spec, List<PlainJourney> journeys) {
    List<List<PlainEvent>> sessions = new ArrayList<>();
    for (PlainJourney journey : journeys) {
      List<PlainEvent> events = journey.events();
      for (int i = 0; i < events.size(); i++) {
        PlainEvent event = events.get(i);
        if (i == 0 || isLonger(events.get(i - 1).time(), event.time(), spec.timeout())) {
          sessions.add(new ArrayList<>());
        }
        sessions.getLast().add(event);
      }
    }
    List<BigDecimal> durations = new ArrayList<>();
    for (List<PlainEvent> session : sessions) {
      List<Instant> times = ReferenceSummary.times(session);
      if (!times.isEmpty()) {
        durations.add(Figures.seconds(Duration.between(times.getFirst(), times.getLast())));
      }
    }
    return new AnalysisResult.Sessions(
        Visible.population(journeys),
        sessions.size(),
        Figures.distribution(sessions.stream().map(s -> BigDecimal.valueOf(s.size())).toList()),
        Figures.distribution(durations));
  }

  /// Nothing is known of the gap beside an event without time: it does not split.
  private static boolean isLonger(
      @Nullable Instant before, @Nullable Instant after, Duration timeout) {
    return before != null
        && after != null
        && Duration.between(before, after).compareTo(timeout) > 0;
  }
}
