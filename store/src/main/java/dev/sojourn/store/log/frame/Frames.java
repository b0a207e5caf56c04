package dev.sojourn.store.log.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The layout of a frame: magic, length of the payload, CRC-32C of the payload, CRC-32C of these
/// twelve bytes, payload, and a last byte that is never zero. All numbers are little-endian and
/// four bytes wide.
public final class Frames {

  /// Bytes before the payload.
  public static final int HEADER = 16;

  /// Bytes around the payload.
  static final int AROUND = HEADER + 1;

  static final int MAGIC = 0x324D4653;

  /// A file may have grown without its last bytes having been written: they are then zero. All bits
  /// of the last byte are set, so that one flipped bit does not look like that.
  static final byte LAST = (byte) 0xFF;

  private Frames() {}

  /// Fills in all of a frame but its payload, which is in place with a byte to spare after it.
  ///
  /// @param array holds the frame
  /// @param at where the header begins
  /// @param length bytes of payload after it
  public static void seal(byte[] array, int at, int length) {
    ByteBuffer header = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    CRC32C crc = new CRC32C();
    crc.update(array, at + HEADER, length);
    header.putInt(at, MAGIC);
    header.putInt(at + 4, length);
    header.putInt(at + 8, (int) crc.getValue());
    crc.reset();
    crc.update(array, at, 12);
    header.putInt(at + 12, (int) crc.getValue());
    header.put(at + HEADER + length, LAST);
  }

  /// A frame around a payload.
  public static byte[] frame(byte[] payload) {
    byte[] frame = new byte[AROUND + payload.length];
    System.arraycopy(payload, 0, frame, HEADER, payload.length);
    seal(frame, 0, payload.length);
    return frame;
  }
}
