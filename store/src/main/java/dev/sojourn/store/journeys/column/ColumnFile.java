package dev.sojourn.store.journeys.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A column file mapped into memory. Thread-safe; its sections live as long as the arena.
final class ColumnFile {

  static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED;

  private final Path path;
  private final @Nullable MemorySegment[] sections;

  private ColumnFile(Path path, @Nullable MemorySegment[] sections) {
    this.path = path;
    this.sections = sections;
  }

  /// Maps a file.
  ///
  /// @param check whether to read every byte and compare the checksums; a file that was written a
  ///   moment ago by this process needs it less
  /// @throws DamagedFileException when it is not there or not what was written
  static ColumnFile open(Path path, Arena arena, boolean check) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      long size = all.byteSize();
      if (size < ColumnWriter.TRAILER_BYTES || all.get(LONG, size - 8) != ColumnWriter.MAGIC) {
        throw new DamagedFileException(path, "is cut off or not a journey file");
      }
      long length = all.get(LONG, size - 24);
      long end = size - ColumnWriter.TRAILER_BYTES;
      if (length < 0 || length > end || length % ColumnWriter.ENTRY_BYTES != 0) {
        throw new DamagedFileException(path, "has a directory of an impossible length");
      }
      MemorySegment directory = all.asSlice(end - length, length);
      CRC32C crc = new CRC32C();
      crc.update(directory.asByteBuffer());
      if (crc.getValue() != all.get(LONG, size - 16)) {
        throw new DamagedFileException(path, "has a directory that does not match its checksum");
      }
      ColumnFile file = new ColumnFile(path, new @Nullable MemorySegment[Section.values().length]);
      file.cut(all, directory, check ? channel : null);
      return file;
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(path, "is missing");
    }
  }

  private void cut(MemorySegment all, MemorySegment directory, @Nullable FileChannel checked)
      throws IOException {
    long at = 0;
    ByteBuffer chunk = ByteBuffer.allocateDirect(checked == null ? 0 : ColumnWriter.CHUNK_BYTES);
    for (long e = 0; e < directory.byteSize(); e += ColumnWriter.ENTRY_BYTES) {
      int number = Math.toIntExact(directory.get(LONG, e));
      long length = directory.get(LONG, e + 8);
      long filled = (length + 7) & ~7L;
      if (number >= sections.length || at + filled > all.byteSize()) {
        throw new DamagedFileException(path, "was written by another version");
      }
      // Read through the channel: a file that is not in memory yet comes in at the speed of the
      // disk, where page faults of a mapping reach a quarter of it.
      if (checked != null && crc(checked, at, filled, chunk) != directory.get(LONG, e + 16)) {
        throw new DamagedFileException(
            path,
            "holds " + Section.values()[number].words() + " that do not match their checksum");
      }
      sections[number] = all.asSlice(at, length);
      at += filled;
    }
  }

  private static long crc(FileChannel channel, long from, long length, ByteBuffer chunk)
      throws IOException {
    CRC32C crc = new CRC32C();
    long at = from;
    while (at < from + length) {
      chunk.clear().limit((int) Math.min(chunk.capacity(), from + length - at));
      int read = channel.read(chunk, at);
      if (read < 0) {
        return -1;
      }
      crc.update(chunk.flip());
      at += read;
    }
    return crc.getValue();
  }

  /// The bytes of a section.
  ///
  /// @throws DamagedFileException when the file has none
  MemorySegment section(Section section) throws IOException {
    MemorySegment found = sections[section.ordinal()];
    if (found == null) {
      throw new DamagedFileException(path, "holds no " + section.words());
    }
    return found;
  }

  /// Whether the file has a section.
  boolean has(Section section) {
    return sections[section.ordinal()] != null;
  }
}
