package dev.sojourn.store.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in just as many bits as they need, least significant bit first.
final class BitPacking {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// Bytes that must be readable after packed ones.
  static final int PADDING = 16;

  private BitPacking() {}

  /// Packs `count` numbers, a multiple of 8.
  static void pack(long[] values, int from, int count, int width, ByteSink out) {
    out.ensure(count * width / 8 + PADDING);
    byte[] array = out.array();
    int at = out.size();
    long word = 0;
    int used = 0;
    for (int i = from; i < from + count; i++) {
      long v = values[i];
      word |= v << used;
      used += width;
      if (used >= 64) {
        LONG.set(array, at, word);
        at += 8;
        used -= 64;
        word = used == 0 ? 0 : v >>> (width - used);
      }
    }
    LONG.set(array, at, word);
    out.advance(count * width / 8);
  }

  /// Packs `count` numbers of at most 32 bits, a multiple of 8.
  static void pack(int[] values, int from, int count, int width, ByteSink out) {
    out.ensure(count * width / 8 + PADDING);
    byte[] array = out.array();
    int at = out.size();
    long word = 0;
    int used = 0;
    for (int i = from; i < from + count; i++) {
      long v = values[i];
      word |= v << used;
      used += width;
      if (used >= 64) {
        LONG.set(array, at, word);
        at += 8;
        used -= 64;
        word = used == 0 ? 0 : v >>> (width - used);
      }
    }
    LONG.set(array, at, word);
    out.advance(count * width / 8);
  }

  /// Unpacks numbers of at most 32 bits.
  static void unpack(byte[] from, int offset, int width, int[] out, int start, int count) {
    long mask = (1L << width) - 1;
    long bit = (long) offset << 3;
    for (int i = start; i < start + count; i++) {
      out[i] = (int) ((long) LONG.get(from, (int) (bit >>> 3)) >>> (bit & 7) & mask);
      bit += width;
    }
  }

  /// Unpacks number `i` of any width.
  static long at(byte[] from, int offset, int width, int i) {
    long bit = ((long) offset << 3) + (long) i * width;
    int at = (int) (bit >>> 3);
    int shift = (int) (bit & 7);
    long low = (long) LONG.get(from, at) >>> shift;
    if (shift + width > 64) {
      low |= (long) from[at + 8] << (64 - shift);
    }
    return width == 64 ? low : low & ((1L << width) - 1);
  }
}
