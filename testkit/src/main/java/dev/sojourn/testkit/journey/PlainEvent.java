package dev.sojourn.testkit.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event of a [PlainJourney].
///
/// @param name the event name
/// @param channel null when it carries none
/// @param time whole microseconds; null when the event has no time
public record PlainEvent(String name, @Nullable String channel, @Nullable Instant time) {

  public PlainEvent {
    if (time != null && time.getNano() % 1_000 != 0) {
      throw new IllegalArgumentException(
          "The time " + time + " of '" + name + "' is not in whole microseconds.");
    }
  }

  /// The event in [Notation].
  @Override
  public String toString() {
    return (channel == null ? "" : channel + "/") + name + "@" + Notation.offset(time);
  }
}
