package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Journeys;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the data of a check is, so that the check can be repeated.
///
/// @param from the first instant, null when not known
/// @param to the first instant after the latest event; null when no event has a time
/// @param fingerprint how many customers and events, and through when: enough to notice other data
record DataSpan(@Nullable Instant from, @Nullable Instant to, String fingerprint) {

  static DataSpan of(Journeys journeys) {
    long through = journeys.dataThrough();
    Instant to =
        through == JourneyBlock.UNTIMED ? null : journeys.tick().instant(through).plusNanos(1_000);
    return new DataSpan(
        null,
        to,
        journeys.units()
            + " customers, "
            + journeys.events()
            + " events"
            + (through == JourneyBlock.UNTIMED
                ? ""
                : ", through " + journeys.tick().instant(through)));
  }
}
