package dev.sojourn.store.parquet;

import java.nio.charset.StandardCharsets;

/// Reads structures of the Thrift compact protocol. Bytes that are none raise a
/// [DamagedFileException]. For one thread.
final class CompactReader {

  private static final int DEPTH = 16;

  private final byte[] bytes;
  private final int limit;
  private final String where;
  private final int[] lastField = new int[DEPTH];
  private int at;
  private int depth;
  private int type;

  CompactReader(byte[] bytes, int from, int limit, String where) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
    this.where = where;
  }

  int position() {
    return at;
  }

  void begin() {
    if (++depth == DEPTH) {
      throw damaged();
    }
    lastField[depth] = 0;
  }

  /// The next field of the struct, or 0 at its end.
  int field() {
    int header = u8();
    if (header == 0) {
      depth--;
      return 0;
    }
    type = header & 15;
    int step = header >>> 4;
    int field = step == 0 ? (int) zigzag() : lastField[depth] + step;
    lastField[depth] = field;
    return field;
  }

  long number() {
    if (type != CompactWriter.I32 && type != CompactWriter.I64) {
      throw damaged();
    }
    return zigzag();
  }

  int int32() {
    long value = number();
    if (value != (int) value) {
      throw damaged();
    }
    return (int) value;
  }

  String text() {
    if (type != CompactWriter.BINARY) {
      throw damaged();
    }
    return textElement();
  }

  String textElement() {
    long length = varint();
    if (length < 0 || length > limit - at) {
      throw damaged();
    }
    String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
    at += (int) length;
    return text;
  }

  /// Begins a list.
  ///
  /// @return its size, at most one element a byte that is left
  int list() {
    if (type != CompactWriter.LIST) {
      throw damaged();
    }
    int header = u8();
    long size = (header & 0xF0) == 0xF0 ? varint() : header >> 4L;
    if (size < 0 || size > limit - at) {
      throw damaged();
    }
    type = header & 15;
    return (int) size;
  }

  long element() {
    return zigzag();
  }

  /// Steps over the field just announced.
  void skip() {
    skip(type);
  }

  private void skip(int what) {
    switch (what) {
      case CompactWriter.TRUE, CompactWriter.FALSE -> {}
      case 3 -> u8();
      case 4, CompactWriter.I32, CompactWriter.I64 -> varint();
      case 7 -> advance(8);
      case CompactWriter.BINARY -> advance(varint());
      case CompactWriter.LIST, 10 -> {
        int size = list(what);
        int element = type;
        for (int i = 0; i < size; i++) {
          skip(element);
        }
      }
      case CompactWriter.STRUCT -> {
        begin();
        while (field() != 0) {
          skip(type);
        }
      }
      default -> throw damaged();
    }
  }

  private int list(int what) {
    type = what == 10 ? CompactWriter.LIST : what;
    return list();
  }

  private void advance(long by) {
    if (by < 0 || by > limit - at) {
      throw damaged();
    }
    at += (int) by;
  }

  private int u8() {
    if (at >= limit) {
      throw damaged();
    }
    return bytes[at++] & 0xFF;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = u8();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw damaged();
  }

  private long zigzag() {
    long raw = varint();
    return raw >>> 1 ^ -(raw & 1);
  }

  DamagedFileException damaged() {
    return new DamagedFileException(where + ": byte " + at + " is not part of a valid structure");
  }
}
