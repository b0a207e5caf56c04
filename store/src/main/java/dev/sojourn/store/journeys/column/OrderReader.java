package dev.sojourn.store.journeys.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one unit of what [OrderWriter] wrote. For one thread.
final class OrderReader {

  private final MemorySegment bytes;
  private final List<byte[]> members = new ArrayList<>();
  private final boolean ids;
  private long at;
  private long seq;
  private int member;
  private @Nullable EventId id;

  /// Begins a unit.
  OrderReader(MemorySegment bytes, long from) {
    this.bytes = bytes;
    this.at = from;
    long head = varint();
    this.ids = (head & 1) != 0;
    for (long m = head >>> 1; m > 0; m--) {
      members.add(bytes(Math.toIntExact(varint())));
    }
  }

  /// The identifiers of the unit; empty when it has one, its public id.
  List<byte[]> members() {
    return members;
  }

  /// Goes to the next event.
  void next() {
    long difference = varint();
    seq += difference >>> 1 ^ -(difference & 1);
    member = members.size() > 1 ? Math.toIntExact(varint()) : 0;
    id = null;
    if (ids) {
      long length = varint();
      if (length > 0) {
        byte[] text = bytes(Math.toIntExact(length - 1));
        id = new EventId(text, varint());
      }
    }
  }

  long seq() {
    return seq;
  }

  /// The number of the event's identifier in [#members()]; 0 when that is empty.
  int member() {
    return member;
  }

  /// The id of the event where it was kept.
  @Nullable EventId id() {
    return id;
  }

  private byte[] bytes(int length) {
    byte[] copy = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    at += length;
    return copy;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes.get(ValueLayout.JAVA_BYTE, at++);
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
