package dev.sojourn.store.log.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads what a [RecordBuffer] wrote; its checksum was verified before. For one thread.
public final class RecordReader {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private int at;

  /// @param bytes one record
  public RecordReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The record.
  public byte[] bytes() {
    return bytes;
  }

  /// Where the next read begins.
  public int position() {
    return at;
  }

  /// Whether anything is left.
  public boolean hasMore() {
    return at < bytes.length;
  }

  /// Steps over bytes.
  public void skip(int count) {
    at += count;
  }

  /// Reads a byte.
  public int u8() {
    return bytes[at++] & 0xFF;
  }

  /// Reads eight bytes.
  public long int64() {
    long value = (long) LONG.get(bytes, at);
    at += 8;
    return value;
  }

  /// Reads an unsigned number.
  public long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /// Reads an unsigned number that fits an `int`.
  public int count() {
    return Math.toIntExact(varint());
  }

  /// Reads a text.
  public String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
