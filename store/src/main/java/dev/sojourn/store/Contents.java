package dev.sojourn.store;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a workspace holds, in a few numbers.
///
/// @param customers customers with at least one event
/// @param events events
/// @param eventNames different event names
/// @param firstTime the time of the earliest event; null when no event has one
/// @param lastTime the time of the latest event; null when no event has one
public record Contents(
    long customers,
    long events,
    long eventNames,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime) {

  /// Counts what a snapshot holds.
  public static Contents of(Journeys journeys) {
    boolean[] seen = new boolean[journeys.vocabulary().size()];
    long first = Long.MAX_VALUE;
    JourneyBlock block = new JourneyBlock();
    for (JourneyPart part : journeys.parts()) {
      try (JourneyCursor cursor = part.open()) {
        while (cursor.next(block)) {
          char[] code = block.code();
          for (int i = 0; i < block.events(); i++) {
            seen[code[i]] = true;
          }
          first = Math.min(first, earliest(block));
        }
      }
    }
    TreeSet<String> names = new TreeSet<>();
    for (int code = 0; code < seen.length; code++) {
      if (seen[code]) {
        names.add(journeys.vocabulary().name(code));
      }
    }
    return new Contents(
        journeys.units(),
        journeys.events(),
        names.size(),
        first == Long.MAX_VALUE ? null : journeys.tick().instant(first),
        dataThrough(journeys));
  }

  /// The time of the latest event; null when no event has one.
  public static @Nullable Instant dataThrough(Journeys journeys) {
    return journeys.dataThrough() == JourneyBlock.UNTIMED
        ? null
        : journeys.tick().instant(journeys.dataThrough());
  }

  private static long earliest(JourneyBlock block) {
    long first = Long.MAX_VALUE;
    long[] time = block.time();
    for (int i = 0; i < block.events(); i++) {
      if (time[i] != JourneyBlock.UNTIMED && time[i] < first) {
        first = time[i];
      }
    }
    return first;
  }
}
