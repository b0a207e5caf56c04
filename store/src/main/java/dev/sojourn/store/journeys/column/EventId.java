package dev.sojourn.store.journeys.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The id of an event, in the order in which ids break ties: by the unsigned bytes of the text,
/// then by the ordinal.
///
/// @param text the id that the source gave, or the id of the source
/// @param ordinal the position of the event in its source; 0 when the source gave an id
public record EventId(byte[] text, long ordinal) implements Comparable<EventId> {

  /// The id of an event whose source gave one.
  public static EventId given(String text) {
    return new EventId(text.getBytes(StandardCharsets.UTF_8), 0);
  }

  /// The id of an event whose source gave none.
  public static EventId placed(String source, long ordinal) {
    return new EventId(source.getBytes(StandardCharsets.UTF_8), ordinal);
  }

  @Override
  public int compareTo(EventId other) {
    int byText = Arrays.compareUnsigned(text, other.text);
    return byText != 0 ? byText : Long.compare(ordinal, other.ordinal);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventId id && compareTo(id) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(text) * 31 + Long.hashCode(ordinal);
  }

  @Override
  public String toString() {
    return new String(text, StandardCharsets.UTF_8) + (ordinal == 0 ? "" : ":" + ordinal);
  }
}
