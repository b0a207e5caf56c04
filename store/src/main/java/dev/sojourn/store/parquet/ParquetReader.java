package dev.sojourn.store.parquet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/// Reads a file of [ParquetWriter] out of memory, mapped as a rule. Thread-safe; each
/// [ColumnReader] is for one thread.
public final class ParquetReader {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int SMALLEST = 12;

  private final MemorySegment bytes;
  private final String name;
  private final Footer footer;

  /// Reads the footer.
  ///
  /// @param name the file's name, for messages
  /// @throws DamagedFileException when this is not a whole file of the writer
  public ParquetReader(MemorySegment bytes, String name) {
    this.bytes = bytes;
    this.name = name;
    long size = bytes.byteSize();
    if (size < SMALLEST
        || bytes.get(INT, 0) != Format.MAGIC
        || bytes.get(INT, size - 4) != Format.MAGIC) {
      throw new DamagedFileException(
          name + ": the file does not begin and end as a Parquet file does");
    }
    int length = bytes.get(INT, size - 8);
    if (length < 1 || length > size - SMALLEST) {
      throw new DamagedFileException(
          name + ": the footer would be " + length + " bytes long in a file of " + size);
    }
    byte[] end = bytes.asSlice(size - 8 - length, length).toArray(ValueLayout.JAVA_BYTE);
    footer = Footer.read(end, name + ": footer at offset " + (size - 8 - length));
    for (Footer.RowGroup group : footer.groups()) {
      for (Footer.Chunk chunk : group.chunks()) {
        if (chunk.start() < 4 || chunk.bytes() > size - chunk.start()) {
          throw new DamagedFileException(
              name
                  + ": the footer speaks of pages at offset "
                  + chunk.start()
                  + ", which the file does not hold");
        }
      }
    }
  }

  /// The columns.
  public List<ParquetColumn> columns() {
    return footer.columns();
  }

  /// The number of a column, or -1 when there is none of that name.
  public int indexOf(String column) {
    for (int i = 0; i < footer.columns().size(); i++) {
      if (footer.columns().get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /// Words about the file.
  public Map<String, String> notes() {
    return footer.notes();
  }

  /// Rows of all row groups.
  public long rows() {
    return footer.rows();
  }

  /// Opens a column before its first page.
  public ColumnReader open(int column) {
    return new ColumnReader(bytes, name, footer, column);
  }
}
