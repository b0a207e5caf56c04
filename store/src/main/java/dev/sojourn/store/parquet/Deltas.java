package dev.sojourn.store.parquet;

import java.util.Arrays;

/// Parquet's DELTA_BINARY_PACKED: differences to the number before, bit-packed in blocks. For one
/// thread.
final class Deltas {

  private static final int BLOCK = 128;
  private static final int MINIBLOCKS = 4;
  private static final int MINIBLOCK = BLOCK / MINIBLOCKS;

  private final long[] delta = new long[BLOCK];

  /// Writes `count` numbers, at least one.
  void write(long[] values, int count, ByteSink out) {
    out.varint(BLOCK);
    out.varint(MINIBLOCKS);
    out.varint(count);
    out.zigzag(count == 0 ? 0 : values[0]);
    for (int from = 1; from < count; from += BLOCK) {
      block(values, from, Math.min(BLOCK, count - from), out);
    }
  }

  private void block(long[] values, int from, int count, ByteSink out) {
    long min = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      long d = values[from + i] - values[from + i - 1];
      delta[i] = d;
      min = Math.min(min, d);
    }
    Arrays.fill(delta, count, BLOCK, min);
    out.zigzag(min);
    int widths = out.size();
    out.int32(0);
    for (int m = 0; m < MINIBLOCKS; m++) {
      long all = 0;
      for (int i = m * MINIBLOCK; i < (m + 1) * MINIBLOCK; i++) {
        delta[i] -= min;
        all |= delta[i];
      }
      int width = 64 - Long.numberOfLeadingZeros(all);
      out.array()[widths + m] = (byte) width;
      // Parquet leaves out miniblocks without a value, but keeps their width.
      if (m * MINIBLOCK < count && width > 0) {
        BitPacking.pack(delta, m * MINIBLOCK, MINIBLOCK, width, out);
      }
    }
  }

  /// Reads numbers between two offsets.
  ///
  /// @param count how many there must be
  /// @return the offset after them, or -1 when these are not as many
  static int read(byte[] from, int offset, int limit, long[] out, int count) {
    Varints in = new Varints(from, offset, limit);
    if (in.next() != BLOCK || in.next() != MINIBLOCKS || in.next() != count) {
      return -1;
    }
    long value = in.zigzag();
    if (count > 0) {
      out[0] = value;
    }
    for (int i = 1; i < count; i += BLOCK) {
      long min = in.zigzag();
      int widths = in.at;
      int at = widths + MINIBLOCKS;
      if (at > limit) {
        return -1;
      }
      for (int m = 0; m < MINIBLOCKS && i + m * MINIBLOCK < count; m++) {
        int width = from[widths + m] & 0xFF;
        if (width > 64 || at + MINIBLOCK / 8 * width > limit) {
          return -1;
        }
        int start = i + m * MINIBLOCK;
        int end = Math.min(count, start + MINIBLOCK);
        for (int k = start; k < end; k++) {
          value += min + (width == 0 ? 0 : BitPacking.at(from, at, width, k - start));
          out[k] = value;
        }
        at += MINIBLOCK / 8 * width;
      }
      in.at = at;
    }
    return in.failed ? -1 : in.at;
  }

  /// Numbers of seven bits a byte.
  private static final class Varints {
    private final byte[] from;
    private final int limit;
    private int at;
    private boolean failed;

    Varints(byte[] from, int at, int limit) {
      this.from = from;
      this.at = at;
      this.limit = limit;
    }

    long next() {
      long value = 0;
      for (int shift = 0; shift < 64 && at < limit; shift += 7) {
        int b = from[at++];
        value |= (long) (b & 0x7F) << shift;
        if (b >= 0) {
          return value;
        }
      }
      failed = true;
      return -1;
    }

    long zigzag() {
      long raw = next();
      return raw >>> 1 ^ -(raw & 1);
    }
  }
}
