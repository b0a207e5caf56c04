package dev.sojourn.store.files.bytes;

import dev.sojourn.kernel.spec.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates one gzip member after the other (RFC 1952). The JDK's stream throws at a torn tail and
/// gives up what it had in hand; this one hands out every byte that could be inflated and notes the
/// damage. Bytes after a complete member that are not another one are padding and ignored.
final class GzipMembers implements AutoCloseable {

  /// Beyond this many unpacked bytes a file that packs better than [#MAX_RATIO] is a bomb.
  static final long BOMB_FLOOR = 1L << 30;

  static final long MAX_RATIO = 1_000;

  /// More than this is refused however well it packs.
  static final long MAX_UNPACKED = 1L << 42;

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  /// Hands out the packed bytes that are there; an empty buffer means the file is at its end.
  interface Packed {
    ByteBuffer more() throws IOException;
  }

  private final Packed packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean inMember;
  private boolean ended;
  private boolean damaged;
  private long taken;
  private long unpacked;
  private long inThisMember;

  GzipMembers(Packed packed) {
    this.packed = packed;
  }

  /// Whether a gzip begins at the position of the buffer.
  static boolean startsIn(ByteBuffer b) {
    return b.remaining() >= 3
        && b.get(b.position()) == 0x1F
        && b.get(b.position() + 1) == (byte) 0x8B
        && b.get(b.position() + 2) == 8;
  }

  boolean damaged() {
    return damaged;
  }

  int read(byte[] into, int offset, int length) throws IOException {
    while (!ended) {
      if (!inMember && !header()) {
        ended = true;
        break;
      }
      int n = inflate(into, offset, length);
      if (n > 0) {
        crc.update(into, offset, n);
        inThisMember += n;
        unpacked += n;
        refuseBomb();
        return n;
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      int n = inflater.inflate(into, offset, length);
      if (n == 0 && inflater.finished()) {
        trailer();
      } else if (n == 0 && inflater.needsDictionary()) {
        stop();
      } else if (n == 0) {
        ByteBuffer more = packed.more();
        if (!more.hasRemaining()) {
          stop();
        } else {
          taken += more.remaining();
          inflater.setInput(more.array(), more.arrayOffset() + more.position(), more.remaining());
          // The inflater says later how much it left.
          more.position(more.limit());
          lent = more;
        }
      }
      return n;
    } catch (DataFormatException broken) {
      stop();
      return 0;
    }
  }

  private ByteBuffer lent = ByteBuffer.allocate(0);

  private void stop() {
    damaged = true;
    ended = true;
  }

  private void trailer() throws IOException {
    int left = inflater.getRemaining();
    lent.position(lent.limit() - left);
    taken -= left;
    long sum = littleEndian(4);
    long size = littleEndian(4);
    if (ended) {
      return;
    }
    if (sum != crc.getValue() || size != (inThisMember & 0xFFFFFFFFL)) {
      stop();
    }
    inMember = false;
  }

  private long littleEndian(int bytes) throws IOException {
    long v = 0;
    for (int i = 0; i < bytes; i++) {
      int b = next();
      if (b < 0) {
        stop();
        return 0;
      }
      v |= (long) b << (8 * i);
    }
    return v;
  }

  private int next() throws IOException {
    ByteBuffer b = packed.more();
    if (!b.hasRemaining()) {
      return -1;
    }
    taken++;
    return b.get() & 0xFF;
  }

  /// Reads a member's header; false at the end of the file or at padding.
  private boolean header() throws IOException {
    int first = next();
    if (first != 0x1F) {
      return false;
    }
    if (next() != 0x8B || next() != 8) {
      damaged = true;
      return false;
    }
    int flags = next();
    for (int i = 0; i < 6; i++) {
      next();
    }
    if ((flags & EXTRA) != 0) {
      long extra = littleEndian(2);
      for (long i = 0; i < extra && !ended; i++) {
        next();
      }
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      littleEndian(2);
    }
    inflater.reset();
    crc.reset();
    inThisMember = 0;
    inMember = true;
    return !ended;
  }

  private void skipText() throws IOException {
    int b = next();
    while (b > 0) {
      b = next();
    }
  }

  private void refuseBomb() {
    if (unpacked > MAX_UNPACKED) {
      throw new RefusedException(
          "", "the file unpacks to more than 4 TiB; split it into smaller files");
    }
    if (unpacked > BOMB_FLOOR && unpacked / MAX_RATIO > taken - inflater.getRemaining()) {
      throw new RefusedException(
          "",
          "the file unpacks to more than 1,000 times its size, which no file of events does;"
              + " unpack it by hand and look at it before importing");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
