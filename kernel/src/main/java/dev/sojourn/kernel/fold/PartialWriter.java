package dev.sojourn.kernel.fold;

import java.util.Arrays;

/// Writes a partial as bytes: big-endian, lengths before what they count. For one thread.
public final class PartialWriter {

  private byte[] bytes = new byte[256];
  private int size;

  /// Writes a number in eight bytes.
  public PartialWriter putLong(long v) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (v >>> shift);
    }
    return this;
  }

  /// Writes a number in four bytes.
  public PartialWriter putInt(int v) {
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (v >>> shift);
    }
    return this;
  }

  /// Writes the first numbers of an array, behind their count.
  public PartialWriter putLongs(long[] v, int count) {
    putInt(count);
    for (int i = 0; i < count; i++) {
      putLong(v[i]);
    }
    return this;
  }

  /// Writes codes, behind their count.
  public PartialWriter putChars(char[] v, int from, int to) {
    putInt(to - from);
    room((to - from) * 2);
    for (int i = from; i < to; i++) {
      bytes[size++] = (byte) (v[i] >>> 8);
      bytes[size++] = (byte) v[i];
    }
    return this;
  }

  /// What was written.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
    }
  }
}
