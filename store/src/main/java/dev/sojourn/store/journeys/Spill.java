package dev.sojourn.store.journeys;

import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.journeys.column.EventId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Rows on their way from the log to their partitions: one file a partition, written through a
/// buffer each, read once and deleted. For one thread.
///
/// A row is four `long`s - hash of the unit, time, seq, and below it the code in 16 bits, the
/// length of the public id in 24, the flags in 3 and the number of the source in 21 - then the
/// public id; then, with [#MEMBER], length and bytes of the identifier; with [#ID_TEXT], length and
/// bytes of the text of the event's id; with [#ORDINAL], the ordinal of the event's id. Rows begin
/// at multiples of eight bytes.
final class Spill implements AutoCloseable {

  static final int HEAD = 32;
  static final int HASH = 0;
  static final int TIME = 8;
  static final int SEQ = 16;
  static final int META = 24;

  /// The identifier is not the public id.
  static final int MEMBER = 1;

  /// The text of the event's id follows; without it, it is that of the source.
  static final int ID_TEXT = 2;

  /// The ordinal of the event's id follows; without it, it is the seq.
  static final int ORDINAL = 4;

  static final int MAX_SOURCES = 1 << 21;
  static final int MAX_IDENTIFIER_BYTES = (1 << 24) - 1;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final Path folder;
  private final int bits;
  private final int bufferBytes;
  private final FileChannel[] file;
  private final byte[][] buffer;
  private final int[] fill;
  private final long[] rows;

  /// Creates the files.
  ///
  /// @param folder an empty folder
  /// @param bits leading bits of the hash that choose the partition
  Spill(Path folder, int bits) throws IOException {
    this.folder = folder;
    this.bits = bits;
    int partitions = 1 << bits;
    this.bufferBytes = partitions > 256 ? 1 << 14 : 1 << 16;
    this.file = new FileChannel[partitions];
    this.buffer = new byte[partitions][bufferBytes];
    this.fill = new int[partitions];
    this.rows = new long[partitions];
    for (int p = 0; p < partitions; p++) {
      file[p] =
          FileChannel.open(
              path(p),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    }
  }

  private Path path(int partition) {
    return folder.resolve("spill-" + partition);
  }

  /// Adds event `i` of a batch.
  ///
  /// @param merged the person that its customer was merged into, or null
  /// @param source the number of its source, or -1 when its id has a text of its own
  void add(EventReader batch, int i, int code, UnitOf.@Nullable Merged merged, int source)
      throws IOException {
    TextColumn customer = batch.customer();
    int entry = customer.entry(i);
    int length = customer.length(entry);
    long hash = merged == null ? batch.customerHash()[i] : merged.hash();
    int p = partition(hash, bits);
    long seq = batch.seq()[i];
    long ordinal = batch.ordinal()[i];
    boolean given = source < 0 && !batch.id().isMissing(i);
    TextColumn id = given ? batch.id() : batch.source();
    int idLength = source < 0 ? id.length(id.entry(i)) : 0;
    int unitLength = merged == null ? length : merged.publicId().length;
    // Room for the longest form; 24 bytes are two lengths, an ordinal and the alignment.
    int at = room(p, (long) HEAD + unitLength + length + idLength + 24);
    byte[] to = buffer[p];
    int flags = 0;
    int end = at + HEAD;
    LONGS.set(to, at + HASH, hash);
    LONGS.set(to, at + TIME, batch.time()[i]);
    LONGS.set(to, at + SEQ, seq);
    if (merged == null) {
      System.arraycopy(customer.bytes(), customer.offset(entry), to, end, length);
      end += length;
    } else {
      flags |= MEMBER;
      System.arraycopy(merged.publicId(), 0, to, end, unitLength);
      end = text(to, end + unitLength, customer, entry);
    }
    if (source < 0) {
      flags |= ID_TEXT;
      end = text(to, end, id, id.entry(i));
    }
    if (given || ordinal != seq) {
      flags |= ORDINAL;
      LONGS.set(to, end, given ? 0 : ordinal);
      end += 8;
    }
    LONGS.set(
        to,
        at + META,
        code | (long) unitLength << 16 | (long) flags << 40 | (long) Math.max(0, source) << 43);
    fill[p] = end + 7 & ~7;
    rows[p]++;
  }

  private static int text(byte[] to, int at, TextColumn column, int entry) {
    int length = column.length(entry);
    INTS.set(to, at, length);
    System.arraycopy(column.bytes(), column.offset(entry), to, at + 4, length);
    return at + 4 + length;
  }

  private int room(int p, long bytes) throws IOException {
    if (fill[p] + bytes > buffer[p].length) {
      flush(p);
      if (bytes > buffer[p].length) {
        buffer[p] = new byte[Math.toIntExact(bytes)];
      }
    }
    return fill[p];
  }

  private void flush(int p) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer[p], 0, fill[p]);
    while (bytes.hasRemaining()) {
      file[p].write(bytes);
    }
    fill[p] = 0;
  }

  /// Ends writing.
  void finish() throws IOException {
    for (int p = 0; p < file.length; p++) {
      flush(p);
      buffer[p] = new byte[0];
    }
  }

  /// The rows of a partition.
  long rows(int p) {
    return rows[p];
  }

  /// Maps the rows of a partition.
  MemorySegment read(int p, Arena arena) throws IOException {
    return file[p].map(FileChannel.MapMode.READ_ONLY, 0, file[p].size(), arena);
  }

  /// Deletes the rows of a partition.
  void drop(int p) throws IOException {
    file[p].close();
    Files.deleteIfExists(path(p));
  }

  @Override
  public void close() {
    try {
      for (int p = 0; p < file.length; p++) {
        drop(p);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A spill file in " + folder + " could not be deleted.", e);
    }
  }

  /// The partition of a hash.
  static int partition(long hash, int bits) {
    return bits == 0 ? 0 : (int) (hash >>> (64 - bits));
  }

  static int unitLength(long meta) {
    return (int) (meta >>> 16) & MAX_IDENTIFIER_BYTES;
  }

  static int flags(long meta) {
    return (int) (meta >>> 40) & 7;
  }

  /// Where the row after one begins.
  static long next(MemorySegment rows, long row) {
    long meta = rows.get(ValueLayout.JAVA_LONG_UNALIGNED, row + META);
    long end = row + HEAD + unitLength(meta);
    int flags = flags(meta);
    if (flags != 0) {
      end += (flags & MEMBER) == 0 ? 0 : 4L + rows.get(INT, end);
      end += (flags & ID_TEXT) == 0 ? 0 : 4L + rows.get(INT, end);
      end += (flags & ORDINAL) == 0 ? 0 : 8;
    }
    return end + 7 & ~7L;
  }

  /// The identifier of a row that has [#MEMBER].
  static byte[] member(MemorySegment rows, long row, long meta) {
    long at = row + HEAD + unitLength(meta);
    return rows.asSlice(at + 4, rows.get(INT, at)).toArray(ValueLayout.JAVA_BYTE);
  }

  /// The id of the event of a row.
  static EventId id(MemorySegment rows, long row, byte[][] sources) {
    long meta = rows.get(ValueLayout.JAVA_LONG_UNALIGNED, row + META);
    int flags = flags(meta);
    long at = row + HEAD + unitLength(meta);
    at += (flags & MEMBER) == 0 ? 0 : 4L + rows.get(INT, at);
    byte[] text;
    if ((flags & ID_TEXT) == 0) {
      text = sources[(int) (meta >>> 43)];
    } else {
      int length = rows.get(INT, at);
      text = rows.asSlice(at + 4, length).toArray(ValueLayout.JAVA_BYTE);
      at += 4L + length;
    }
    long from = (flags & ORDINAL) == 0 ? row + SEQ : at;
    return new EventId(text, rows.get(ValueLayout.JAVA_LONG_UNALIGNED, from));
  }
}
