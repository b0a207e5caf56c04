package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a question can see.
final class Visible {

  private Visible() {}

  /// The journeys with their visible events; a unit without one is not part of the answer. The
  /// period of a funnel selects its entries and hides nothing.
  static List<PlainJourney> events(Spec spec, PlainJourneys journeys) {
    Period during = spec instanceof Spec.Funnel ? Period.ALWAYS : spec.during();
    List<PlainJourney> visible = new ArrayList<>();
    for (PlainJourney journey : journeys.journeys()) {
      List<PlainEvent> events =
          journey.events().stream()
              .filter(e -> sees(spec.filter(), e) && inside(during, e.time()))
              .toList();
      if (!events.isEmpty()) {
        visible.add(new PlainJourney(journey.unit(), events));
      }
    }
    return visible;
  }

  private static boolean sees(EventFilter filter, PlainEvent event) {
    return filter.names().isEmpty() || filter.names().contains(event.name());
  }

  /// What has no time is inside only when the period has no bound.
  static boolean inside(Period period, @Nullable Instant time) {
    return time == null ? period.from() == null && period.to() == null : period.contains(time);
  }

  static Population population(List<PlainJourney> journeys) {
    return new Population(
        journeys.size(), journeys.stream().mapToLong(j -> j.events().size()).sum());
  }
}
