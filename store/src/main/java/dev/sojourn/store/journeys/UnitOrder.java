package dev.sojourn.store.journeys;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The order of units whose hashes are equal: by the unsigned bytes of their public ids.
final class UnitOrder {

  private UnitOrder() {}

  static int compare(MemorySegment id, MemorySegment other) {
    long at = id.mismatch(other);
    if (at == -1) {
      return 0;
    }
    if (at == id.byteSize() || at == other.byteSize()) {
      return Long.compare(id.byteSize(), other.byteSize());
    }
    return Byte.compareUnsigned(
        id.get(ValueLayout.JAVA_BYTE, at), other.get(ValueLayout.JAVA_BYTE, at));
  }
}
