package dev.sojourn.store.log;

import dev.sojourn.store.parquet.DamagedFileException;
import dev.sojourn.store.parquet.ParquetReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A segment on disk, mapped when it is first read and unmapped when nothing refers to it any more.
/// Whoever replaces a segment has read it, so readers go on when the file has lost its name.
/// Thread-safe.
final class SegmentFile implements Segment {

  private static final long STEP = 1 << 26;

  private final Path file;
  private final SegmentEntry entry;
  private @Nullable MemorySegment bytes;
  private @Nullable ParquetReader reader;

  SegmentFile(Path file, SegmentEntry entry) {
    this.file = file;
    this.entry = entry;
  }

  SegmentEntry entry() {
    return entry;
  }

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public long rows() {
    return entry.rows();
  }

  @Override
  public long bytes() {
    return entry.bytes();
  }

  @Override
  public int level() {
    return entry.level();
  }

  @Override
  public int bucketBits() {
    return entry.bucketBits();
  }

  @Override
  public int bucket() {
    return entry.bucket();
  }

  @Override
  public long firstSequence() {
    return entry.firstSequence();
  }

  @Override
  public long lastSequence() {
    return entry.lastSequence();
  }

  @Override
  public EventCursor open(Projection projection, long fromSequence) {
    return new SegmentCursor(this, projection, fromSequence);
  }

  /// The columns.
  ///
  /// @throws DamagedLogException naming the file
  synchronized ParquetReader reader() {
    if (reader == null) {
      try {
        reader = new ParquetReader(map(), name());
      } catch (DamagedFileException e) {
        throw new DamagedLogException(e);
      }
      if (reader.rows() != entry.rows()) {
        throw new DamagedLogException(
            name() + ": the file holds " + reader.rows() + " events, not " + entry.rows());
      }
      String version = reader.notes().getOrDefault(SegmentColumns.VERSION_NOTE, "none");
      if (!version.equals(SegmentColumns.VERSION)) {
        throw new DamagedLogException(
            name()
                + ": the segment has version "
                + version
                + ", and this Sojourn reads version "
                + SegmentColumns.VERSION
                + " only; use the Sojourn that wrote it");
      }
    }
    return reader;
  }

  private synchronized MemorySegment map() {
    if (bytes == null) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        if (channel.size() != entry.bytes()) {
          throw new DamagedLogException(
              name()
                  + ": the file has "
                  + channel.size()
                  + " bytes, not the "
                  + entry.bytes()
                  + " that were written");
        }
        bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, entry.bytes(), Arena.ofAuto());
      } catch (IOException e) {
        throw new DamagedLogException(
            name() + ": the file cannot be read (" + e.getMessage() + ")", e);
      }
    }
    return bytes;
  }

  /// Gives back the memory of what was read: a segment is read from end to end and then not for
  /// long, and all segments together may be larger than the memory. What is read again comes in
  /// again.
  synchronized void letGo() {
    if (bytes != null && bytes.isMapped()) {
      bytes.unload();
    }
  }

  /// Reads the end of the file: whether it is whole.
  ///
  /// @throws DamagedLogException when it is not
  void check() {
    reader();
  }

  /// Reads every byte.
  ///
  /// @return a sentence on what is wrong, if anything is
  Optional<String> damage() {
    try (EventCursor all = open(Projection.all(), 0)) {
      StoredEvents batch = new StoredEvents();
      long rows = 0;
      while (all.next(batch)) {
        rows += batch.size();
      }
      if (rows != entry.rows()) {
        return Optional.of("it gives " + rows + " events, not " + entry.rows());
      }
    } catch (DamagedLogException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    CRC32C crc = new CRC32C();
    MemorySegment all = map();
    for (long at = 0; at < all.byteSize(); at += STEP) {
      ByteBuffer part = all.asSlice(at, Math.min(STEP, all.byteSize() - at)).asByteBuffer();
      crc.update(part);
    }
    return (int) crc.getValue() == entry.checksum()
        ? Optional.empty()
        : Optional.of("a byte outside its pages is not the one that was written");
  }
}
