package dev.sojourn.store.parquet;

/// Parquet's hybrid of repeated numbers and bit-packed ones, for codes and presence.
final class RunLengths {

  private static final int SHORTEST_RUN = 16;

  private RunLengths() {}

  /// Writes numbers of `width` bits; the array has room for 7 more after `count`.
  static void write(int[] values, int count, int width, ByteSink out) {
    int packedFrom = 0;
    int i = 0;
    while (i < count) {
      int run = run(values, i, count);
      if (run >= SHORTEST_RUN) {
        packed(values, packedFrom, i, width, out);
        out.varint((long) run << 1);
        for (int shift = 0; shift < width; shift += 8) {
          out.u8(values[i] >>> shift);
        }
        i += run;
        packedFrom = i;
      } else {
        i += 8;
      }
    }
    if (packedFrom < count) {
      int rest = packedFrom + (count - packedFrom + 7) / 8 * 8;
      for (int pad = count; pad < rest; pad++) {
        values[pad] = 0;
      }
      packed(values, packedFrom, rest, width, out);
    }
  }

  private static int run(int[] values, int from, int count) {
    int i = from + 1;
    int value = values[from];
    while (i < count && values[i] == value) {
      i++;
    }
    return i - from;
  }

  private static void packed(int[] values, int from, int to, int width, ByteSink out) {
    if (from < to) {
      out.varint((to - from) / 8L * 2 + 1);
      BitPacking.pack(values, from, to - from, width, out);
    }
  }

  /// Reads `count` numbers of `width` bits between two offsets; `out` has room for 7 more.
  ///
  /// @return whether there were as many
  static boolean read(byte[] from, int offset, int limit, int width, int[] out, int count) {
    int at = offset;
    int done = 0;
    while (done < count) {
      long header = 0;
      int shift = 0;
      int b;
      do {
        if (at >= limit || shift > 28) {
          return false;
        }
        b = from[at++] & 0xFF;
        header |= (long) (b & 0x7F) << shift;
        shift += 7;
      } while (b >= 0x80);
      if ((header & 1) == 0) {
        int run = (int) Math.min(header >>> 1, count - done);
        int bytes = (width + 7) / 8;
        if (run == 0 || at + bytes > limit) {
          return false;
        }
        int value = 0;
        for (int i = 0; i < bytes; i++) {
          value |= (from[at++] & 0xFF) << (8 * i);
        }
        java.util.Arrays.fill(out, done, done + run, value);
        done += run;
      } else {
        long values = (header >>> 1) * 8;
        long bytes = (header >>> 1) * width;
        if (values == 0 || bytes > limit - at || values > (long) count - done + 7) {
          return false;
        }
        BitPacking.unpack(from, at, width, out, done, (int) values);
        at += (int) bytes;
        done += (int) values;
      }
    }
    return true;
  }
}
