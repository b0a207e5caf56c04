package dev.sojourn.store.log.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The layout of a frame: magic, length of the payload, CRC-32C of the payload, CRC-32C of these
/// twelve bytes, payload. All numbers are little-endian and four bytes wide.
public final class Frames {

  /// Bytes before the payload.
  public static final int HEADER = 16;

  static final int MAGIC = 0x314D4653;

  private Frames() {}

  /// Fills in the header of a frame whose payload is in place.
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
  }

  /// A frame around a payload.
  public static byte[] frame(byte[] payload) {
    byte[] frame = new byte[HEADER + payload.length];
    System.arraycopy(payload, 0, frame, HEADER, payload.length);
    seal(frame, 0, payload.length);
    return frame;
  }
}
