package dev.sojourn.kernel.fold;

/// Reads what a [PartialWriter] wrote, in the same order. For one thread.
public final class PartialReader {

  private final byte[] bytes;
  private int at;

  /// Starts at the first byte.
  public PartialReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Reads eight bytes.
  public long getLong() {
    long v = 0;
    for (int i = 0; i < 8; i++) {
      v = (v << 8) | (bytes[at++] & 0xFF);
    }
    return v;
  }

  /// Reads four bytes.
  public int getInt() {
    int v = 0;
    for (int i = 0; i < 4; i++) {
      v = (v << 8) | (bytes[at++] & 0xFF);
    }
    return v;
  }

  /// Reads numbers behind their count.
  public long[] getLongs() {
    long[] v = new long[getInt()];
    for (int i = 0; i < v.length; i++) {
      v[i] = getLong();
    }
    return v;
  }

  /// Reads codes behind their count.
  public char[] getChars() {
    char[] v = new char[getInt()];
    for (int i = 0; i < v.length; i++) {
      v[i] = (char) (((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF));
      at += 2;
    }
    return v;
  }
}
