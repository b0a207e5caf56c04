package dev.sojourn.store.parquet;

import java.nio.charset.StandardCharsets;

/// Writes structures of the Thrift compact protocol, in which Parquet keeps its headers and footer.
/// Fields come in ascending order. For one thread.
final class CompactWriter {

  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int I32 = 5;
  static final int I64 = 6;
  static final int BINARY = 8;
  static final int LIST = 9;
  static final int STRUCT = 12;

  private static final int DEPTH = 16;

  private final ByteSink out;
  private final int[] lastField = new int[DEPTH];
  private int depth;

  CompactWriter(ByteSink out) {
    this.out = out;
  }

  void i32(int field, int value) {
    header(field, I32);
    out.zigzag(value);
  }

  void i64(int field, long value) {
    header(field, I64);
    out.zigzag(value);
  }

  void bool(int field, boolean value) {
    header(field, value ? TRUE : FALSE);
  }

  void text(int field, String value) {
    header(field, BINARY);
    textElement(value);
  }

  /// Begins a list; its elements follow, each a struct between [#beginElement()] and [#end()], or a
  /// number or text of its own.
  void list(int field, int elementType, int size) {
    header(field, LIST);
    if (size < 15) {
      out.u8(size << 4 | elementType);
    } else {
      out.u8(0xF0 | elementType);
      out.varint(size);
    }
  }

  void i32Element(int value) {
    out.zigzag(value);
  }

  void textElement(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.varint(utf8.length);
    out.bytes(utf8, 0, utf8.length);
  }

  void begin(int field) {
    header(field, STRUCT);
    beginElement();
  }

  /// Begins a struct that is an element of a list, or the outermost one.
  void beginElement() {
    lastField[++depth] = 0;
  }

  void end() {
    out.u8(0);
    depth--;
  }

  private void header(int field, int type) {
    int step = field - lastField[depth];
    if (step < 1 || step > 15) {
      throw new IllegalStateException("fields must ascend by at most 15");
    }
    out.u8(step << 4 | type);
    lastField[depth] = field;
  }
}
