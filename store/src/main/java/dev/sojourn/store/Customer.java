package dev.sojourn.store;

import dev.sojourn.store.event.PropertyColumn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One customer and a page of what they did.
///
/// @param id the public id
/// @param identifiers all identifiers by which the customer is known, the public id first
/// @param events events in all
/// @param firstTime the time of the earliest; null when none has one
/// @param lastTime the time of the latest; null when none has one
/// @param channels the channels of all events, most events first, ties by name
/// @param timeline the events of the page, in the order of a journey
/// @param next the position of the last event of the page; null when no event is behind it
public record Customer(
    String id,
    List<String> identifiers,
    long events,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime,
    List<Channel> channels,
    List<Event> timeline,
    @Nullable Position next) {

  /// Events of one channel.
  ///
  /// @param name null for events that carry no channel
  public record Channel(@Nullable String name, long events) {}

  /// One event.
  ///
  /// @param id the id that the source gave, or the source and its number there
  /// @param customer the identifier that the event carries
  /// @param time null when it has none
  /// @param source what it came from
  /// @param session from 1, counted over all events of the customer; null without a time
  /// @param properties sorted by name
  public record Event(
      String id,
      String customer,
      String name,
      @Nullable String channel,
      @Nullable Instant time,
      String source,
      @Nullable Integer session,
      List<Property> properties) {}

  /// A property of an event.
  ///
  /// @param kind how the text is to be read
  public record Property(String name, PropertyColumn.Kind kind, String text) {}

  /// The place of an event in a journey, whatever is stored later.
  ///
  /// @param micros its time, or the least `long`
  /// @param seq its position in the source
  /// @param text its id, or its source when it came without
  /// @param ordinal its number in the source when it came without an id, else 0
  public record Position(long micros, long seq, String text, long ordinal) {}
}
