package dev.sojourn.testkit.contract;

import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer whose events no question asks for.
final class Strangers {

  private Strangers() {}

  /// The journeys and a stranger, who does nothing after the time through which data is known: what
  /// is still open would otherwise close.
  static PlainJourneys beside(PlainJourneys journeys) {
    @Nullable Instant through = journeys.dataThrough();
    PlainEvent event = new PlainEvent("stranger", "elsewhere", through);
    PlainEvent untimed = new PlainEvent("0stranger", null, null);
    PlainJourneys stranger =
        new PlainJourneys(List.of(new PlainJourney("!stranger", List.of(untimed, event))));
    return journeys.and(stranger);
  }
}
