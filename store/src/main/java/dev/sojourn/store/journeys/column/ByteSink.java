package dev.sojourn.store.journeys.column;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Bytes that grow. For one thread.
final class ByteSink {

  private byte[] bytes = new byte[4_096];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /// Appends a number of at most 64 bits, seven bits a byte, the lowest first.
  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /// Appends a number that is often small, of either sign.
  void signed(long value) {
    varint(value << 1 ^ value >> 63);
  }

  void bytes(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  void bytes(MemorySegment from, long offset, int length) {
    room(length);
    MemorySegment.copy(from, offset, MemorySegment.ofArray(bytes), size, length);
    size += length;
  }

  private void room(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L);
      bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
    }
  }

  MemorySegment segment() {
    return MemorySegment.ofArray(bytes).asSlice(0, size);
  }
}
