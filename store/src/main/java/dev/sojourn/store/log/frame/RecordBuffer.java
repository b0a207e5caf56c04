package dev.sojourn.store.log.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A record being written, or several frames one after the other; grows. For one thread.
public final class RecordBuffer {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] array;
  private int size;

  /// @param capacity bytes before it first grows
  public RecordBuffer(int capacity) {
    array = new byte[capacity];
  }

  /// The bytes, up to [#size()]; valid until the next write.
  public byte[] array() {
    return array;
  }

  /// Bytes written.
  public int size() {
    return size;
  }

  /// Forgets all bytes, or those after a place.
  public void truncate(int to) {
    size = to;
  }

  /// The bytes, copied.
  public byte[] toBytes() {
    return Arrays.copyOf(array, size);
  }

  /// Begins a frame.
  ///
  /// @return where, for [#endFrame(int)]
  public int beginFrame() {
    int at = size;
    ensure(Frames.HEADER);
    size += Frames.HEADER;
    return at;
  }

  /// Ends a frame.
  public void endFrame(int at) {
    int length = size - at - Frames.HEADER;
    u8(0);
    Frames.seal(array, at, length);
  }

  /// Writes a byte.
  public void u8(int value) {
    ensure(1);
    array[size++] = (byte) value;
  }

  /// Writes eight bytes.
  public void int64(long value) {
    ensure(8);
    LONG.set(array, size, value);
    size += 8;
  }

  /// Writes an unsigned number, seven bits a byte.
  public void varint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      array[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    array[size++] = (byte) rest;
  }

  /// Writes UTF-8 bytes with their length.
  public void text(byte[] from, int offset, int length) {
    varint(length);
    bytes(from, offset, length);
  }

  /// Writes a text with its length in bytes.
  public void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    text(utf8, 0, utf8.length);
  }

  /// Writes bytes as they are.
  public void bytes(byte[] from, int offset, int length) {
    ensure(length);
    System.arraycopy(from, offset, array, size, length);
    size += length;
  }

  private void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > array.length) {
      array =
          Arrays.copyOf(
              array, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, array.length * 2L)));
    }
  }
}
