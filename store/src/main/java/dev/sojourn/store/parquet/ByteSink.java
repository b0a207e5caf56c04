package dev.sojourn.store.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Growing bytes, little-endian. For one thread.
final class ByteSink {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] array;
  private int size;

  ByteSink(int capacity) {
    array = new byte[capacity];
  }

  /// The number at an offset of other bytes.
  static int int32(byte[] from, int offset) {
    return (int) INT.get(from, offset);
  }

  /// The bytes written, up to [#size()]; valid until the next write.
  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /// Makes room for more bytes, which [#advance(int)] then counts.
  void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > array.length) {
      array =
          Arrays.copyOf(
              array, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, array.length * 2L)));
    }
  }

  void advance(int bytes) {
    size += bytes;
  }

  void u8(int value) {
    ensure(1);
    array[size++] = (byte) value;
  }

  void int32(int value) {
    ensure(4);
    INT.set(array, size, value);
    size += 4;
  }

  void int64(long value) {
    ensure(8);
    LONG.set(array, size, value);
    size += 8;
  }

  void bytes(byte[] from, int offset, int length) {
    ensure(length);
    System.arraycopy(from, offset, array, size, length);
    size += length;
  }

  /// An unsigned number, seven bits a byte.
  void varint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      array[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    array[size++] = (byte) rest;
  }

  /// A signed number, small ones short.
  void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }
}
