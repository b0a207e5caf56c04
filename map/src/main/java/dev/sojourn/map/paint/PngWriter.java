package dev.sojourn.map.paint;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes a PNG file row by row (W3C PNG, third edition): eight bits of red, green and blue. For
/// one thread.
final class PngWriter implements AutoCloseable {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK = 1 << 16;
  private static final double METERS_AN_INCH = 0.0254;

  /// Every row is written as its difference to the one above: maps are even areas.
  private static final byte UP = 2;

  private final DataOutputStream out;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream(2 * CHUNK);
  private final Deflater deflater = new Deflater(6);
  private final DeflaterOutputStream packer = new DeflaterOutputStream(packed, deflater, 8192);
  private final int width;
  private byte[] above;
  private byte[] row;

  /// @param dotsAnInch how fine it is
  PngWriter(OutputStream target, int width, int height, double dotsAnInch, String title)
      throws IOException {
    out = new DataOutputStream(target);
    this.width = width;
    above = new byte[3 * width];
    row = new byte[3 * width];
    out.write(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk("IHDR", header.toByteArray());
    header.reset();
    int dotsAMeter = (int) Math.round(dotsAnInch / METERS_AN_INCH);
    fields.writeInt(dotsAMeter);
    fields.writeInt(dotsAMeter);
    fields.writeByte(1);
    chunk("pHYs", header.toByteArray());
    header.reset();
    fields.write("Title\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    fields.write(title.getBytes(StandardCharsets.UTF_8));
    chunk("iTXt", header.toByteArray());
  }

  /// Writes the next rows.
  ///
  /// @param pixels `0xRRGGBB`, row after row
  void rows(int[] pixels, int count) throws IOException {
    byte[] difference = new byte[3 * width];
    for (int y = 0; y < count; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = pixels[y * width + x];
        row[3 * x] = (byte) (pixel >> 16);
        row[3 * x + 1] = (byte) (pixel >> 8);
        row[3 * x + 2] = (byte) pixel;
      }
      for (int i = 0; i < row.length; i++) {
        difference[i] = (byte) (row[i] - above[i]);
      }
      packer.write(UP);
      packer.write(difference);
      byte[] next = above;
      above = row;
      row = next;
      if (packed.size() >= CHUNK) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    if (packed.size() > 0) {
      chunk("IDAT", packed.toByteArray());
      packed.reset();
    }
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }

  /// Ends the picture; the stream stays open.
  @Override
  public void close() throws IOException {
    packer.finish();
    deflater.end();
    flush();
    chunk("IEND", new byte[0]);
    out.flush();
  }
}
