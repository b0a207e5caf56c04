package dev.sojourn.store.journeys.column;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Writes a column file: sections, each filled up with zeros to eight bytes, then the directory
/// with an entry a section - number, length, CRC-32C of its bytes with the filling, each a `long` -
/// then the length of the directory, its CRC-32C and [#MAGIC]. Numbers are in the byte order of the
/// machine: the files are derived from the log and never leave the machine that wrote them. For one
/// thread.
public final class ColumnWriter implements AutoCloseable {

  /// The last eight bytes of every column file, and the version of its layout.
  static final long MAGIC = 0x31304C4F434A4F53L;

  static final int ENTRY_BYTES = 24;
  static final int TRAILER_BYTES = 24;
  static final int CHUNK_BYTES = 1 << 20;

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
  private final ByteBuffer directory =
      ByteBuffer.allocate(ENTRY_BYTES * Section.values().length).order(ByteOrder.nativeOrder());

  /// Creates a file, which must not be there.
  public ColumnWriter(Path path) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Appends a section.
  public void add(Section section, MemorySegment bytes) throws IOException {
    CRC32C crc = new CRC32C();
    for (long at = 0; at < bytes.byteSize(); at += CHUNK_BYTES) {
      long length = Math.min(CHUNK_BYTES, bytes.byteSize() - at);
      MemorySegment.copy(bytes, at, MemorySegment.ofBuffer(chunk.clear()), 0, length);
      chunk.limit((int) length);
      crc.update(chunk.duplicate());
      write(chunk);
    }
    int filling = (int) (-bytes.byteSize() & 7);
    ByteBuffer zeros = ByteBuffer.allocate(filling);
    crc.update(zeros.duplicate());
    write(zeros);
    directory.putLong(section.ordinal()).putLong(bytes.byteSize()).putLong(crc.getValue());
  }

  /// Writes the directory and forces the file to disk.
  public void finish() throws IOException {
    directory.flip();
    CRC32C crc = new CRC32C();
    crc.update(directory.duplicate());
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.nativeOrder());
    trailer.putLong(directory.remaining()).putLong(crc.getValue()).putLong(MAGIC).flip();
    write(directory);
    write(trailer);
    channel.force(true);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The journey file " + path + " could not be closed.", e);
    }
  }
}
