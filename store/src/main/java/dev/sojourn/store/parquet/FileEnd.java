package dev.sojourn.store.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/// The end of a file being written, with the checksum of everything before it. For one thread.
final class FileEnd {

  private final FileChannel channel;
  private final CRC32C crc = new CRC32C();
  private long position;

  FileEnd(FileChannel channel) {
    this.channel = channel;
  }

  long position() {
    return position;
  }

  int checksum() {
    return (int) crc.getValue();
  }

  /// @throws UncheckedIOException when the disk refuses
  void write(ByteSink bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), 0, bytes.size());
    crc.update(bytes.array(), 0, bytes.size());
    try {
      while (buffer.hasRemaining()) {
        position += channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
