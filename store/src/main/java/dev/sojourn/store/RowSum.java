package dev.sojourn.store;

import dev.sojourn.store.event.EventHashes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the events of a file were and where they stood, in three numbers: files with the same
/// numbers have the same events in the same rows. For one thread.
final class RowSum {

  /// Rows by which two files are told apart early.
  static final long HEAD = 1_000;

  private long events;
  private long head;
  private long all;

  /// @param hash of [EventHashes]
  /// @param row from 1
  void add(long hash, long row) {
    long placed = EventHashes.mix(hash + row * 0x9E37_79B9_7F4A_7C15L);
    events++;
    all += placed;
    if (row <= HEAD) {
      head += placed;
    }
  }

  boolean isNothing() {
    return events == 0;
  }

  boolean hasHeadOf(RowSum other) {
    return head == other.head;
  }

  boolean isSameAs(RowSum other) {
    return events == other.events && head == other.head && all == other.all;
  }

  void write(ObjectNode json) {
    json.put("events", events);
    json.put("head", Long.toHexString(head));
    json.put("all", Long.toHexString(all));
  }

  static @Nullable RowSum read(JsonNode json) {
    RowSum sum = new RowSum();
    try {
      sum.events = json.path("events").asLong(0);
      sum.head = Long.parseUnsignedLong(json.path("head").asString(""), 16);
      sum.all = Long.parseUnsignedLong(json.path("all").asString(""), 16);
      return sum;
    } catch (NumberFormatException damaged) {
      return null;
    }
  }
}
