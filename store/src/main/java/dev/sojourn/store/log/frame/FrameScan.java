package dev.sojourn.store.log.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// What a file of frames holds.
///
/// @param frames the payloads of the whole frames before the first one that is not
/// @param validBytes where they end
/// @param bytes the size of the file
/// @param tail what comes after them
public record FrameScan(List<Payload> frames, long validBytes, long bytes, Tail tail) {

  /// A payload and where its frame begins.
  public record Payload(long offset, byte[] bytes) {}

  /// What can follow the whole frames.
  public enum Tail {
    /// Nothing.
    NONE,
    /// The beginning of a frame whose write was interrupted.
    TORN,
    /// A frame of full length whose checksum is wrong: an interrupted write or damage.
    DOUBTFUL,
    /// A damaged frame with whole ones after it.
    DAMAGED
  }

  /// Reads a file.
  public static FrameScan read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    List<Payload> frames = new ArrayList<>();
    int at = 0;
    while (isFrame(in, all, at)) {
      int length = in.getInt(at + 4);
      int from = at + Frames.HEADER;
      frames.add(new Payload(at, Arrays.copyOfRange(all, from, from + length)));
      at += Frames.AROUND + length;
    }
    return new FrameScan(List.copyOf(frames), at, all.length, tail(in, all, at));
  }

  private static Tail tail(ByteBuffer in, byte[] all, int at) {
    if (at == all.length) {
      return Tail.NONE;
    }
    for (int later = at + 1; later <= all.length - Frames.HEADER; later++) {
      if (in.getInt(later) == Frames.MAGIC && isFrame(in, all, later)) {
        return Tail.DAMAGED;
      }
    }
    boolean cut =
        all.length - at < Frames.HEADER
            || (isHeader(in, all, at) && in.getInt(at + 4) > all.length - at - Frames.AROUND);
    return cut || all[all.length - 1] == 0 ? Tail.TORN : Tail.DOUBTFUL;
  }

  private static boolean isHeader(ByteBuffer in, byte[] all, int at) {
    if (all.length - at < Frames.HEADER || in.getInt(at) != Frames.MAGIC || in.getInt(at + 4) < 0) {
      return false;
    }
    CRC32C crc = new CRC32C();
    crc.update(all, at, 12);
    return (int) crc.getValue() == in.getInt(at + 12);
  }

  private static boolean isFrame(ByteBuffer in, byte[] all, int at) {
    if (!isHeader(in, all, at) || in.getInt(at + 4) > all.length - at - Frames.AROUND) {
      return false;
    }
    int end = at + Frames.HEADER + in.getInt(at + 4);
    if (all[end] != Frames.LAST) {
      return false;
    }
    CRC32C crc = new CRC32C();
    crc.update(all, at + Frames.HEADER, in.getInt(at + 4));
    return (int) crc.getValue() == in.getInt(at + 8);
  }
}
