package dev.sojourn.kernel.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often each event name occurs, and in how many journeys. Most units first, ties by name and
/// channel; what no event has any more is left out.
///
/// @param names one entry a pair of name and channel
/// @param touchpoints one entry a name, over all channels
/// @param firstTime the time of the earliest event; null when none has one
public record VocabularyCounts(
    List<NameCount> names, List<TouchpointCount> touchpoints, @Nullable Instant firstTime) {

  /// Events of one name and channel, and the units that have any.
  public record NameCount(String name, @Nullable String channel, long events, long units) {}

  /// Events of one name, and the units that have any.
  public record TouchpointCount(String name, long events, long units) {}
}
