package dev.sojourn.store.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.sojourn.store.event.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a flat Parquet file into an open, empty file. Some rows go into every column, then
/// [#endRows(int)] counts them; columns that were left out are missing there. The file is complete
/// and on disk after [#finish()], which does not close the channel. The disk's refusals come as
/// [UncheckedIOException]. For one thread.
public final class ParquetWriter implements AutoCloseable {

  /// Rows of a row group when nothing is said.
  public static final int ROW_GROUP_ROWS = 1 << 20;

  private static final int LEVEL = 1;

  private final FileChannel channel;
  private final FileEnd file;
  private final int rowGroupRows;
  private final Map<String, String> notes;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx();
  private final ChunkPages dictionaryPages;
  private final List<ChunkWriter> columns = new ArrayList<>();
  private final List<Footer.RowGroup> groups = new ArrayList<>();
  private long rowsInGroup;

  /// Begins a file.
  ///
  /// @param rowGroupRows a row group ends when it has this many rows
  /// @param notes words about the file, kept in its footer
  public ParquetWriter(
      FileChannel channel,
      List<ParquetColumn> columns,
      int rowGroupRows,
      Map<String, String> notes) {
    this.channel = channel;
    this.file = new FileEnd(channel);
    this.rowGroupRows = rowGroupRows;
    this.notes = Map.copyOf(notes);
    zstd.setLevel(LEVEL);
    dictionaryPages = new ChunkPages(zstd, true);
    columns.forEach(c -> this.columns.add(writer(c)));
    file.write(magic());
  }

  private ChunkWriter writer(ParquetColumn column) {
    return column.type() == ParquetColumn.Type.TEXT
        ? new TextChunkWriter(column, zstd)
        : new LongChunkWriter(column, zstd);
  }

  private static ByteSink magic() {
    ByteSink magic = new ByteSink(4);
    magic.int32(Format.MAGIC);
    return magic;
  }

  /// Adds a column, missing in all rows so far.
  ///
  /// @return its number, for the calls that add values
  public int addColumn(ParquetColumn column) {
    ChunkWriter writer = writer(column);
    columns.add(writer);
    writer.addMissing(rowsInGroup);
    return columns.size() - 1;
  }

  /// Adds numbers to a column.
  public void addLongs(int column, long[] values, int count) {
    longs(column).add(values, 0, count);
  }

  /// Adds numbers to a column, of which one stands for a missing value.
  public void addLongs(int column, long[] values, int count, long missing) {
    longs(column).add(values, 0, count, missing);
  }

  /// Adds texts to a column: those of the given rows of a text column.
  public void addTexts(int column, TextColumn values, int[] rows, int count) {
    if (columns.get(column) instanceof TextChunkWriter texts) {
      texts.add(values, rows, 0, count);
    } else {
      throw new IllegalArgumentException("column " + column + " does not hold texts");
    }
  }

  private LongChunkWriter longs(int column) {
    if (columns.get(column) instanceof LongChunkWriter longs) {
      return longs;
    }
    throw new IllegalArgumentException("column " + column + " does not hold numbers");
  }

  /// Counts rows that were added to the columns.
  public void endRows(int count) {
    rowsInGroup += count;
    for (ChunkWriter c : columns) {
      if (c.rowsInGroup() > rowsInGroup) {
        throw new IllegalStateException("column " + c.column().name() + " has too many values");
      }
      c.addMissing(rowsInGroup - c.rowsInGroup());
    }
    if (rowsInGroup >= rowGroupRows) {
      endGroup();
    }
  }

  private void endGroup() {
    List<Footer.Chunk> chunks = new ArrayList<>();
    for (ChunkWriter c : columns) {
      chunks.add(c.endGroup(file, dictionaryPages));
    }
    groups.add(new Footer.RowGroup(rowsInGroup, chunks));
    rowsInGroup = 0;
  }

  /// Writes what is left and the footer, and syncs the file.
  public WrittenFile finish() {
    if (rowsInGroup > 0) {
      endGroup();
    }
    List<Footer.RowGroup> complete = groups.stream().map(this::withLateColumns).toList();
    Footer footer = new Footer(columns.stream().map(ChunkWriter::column).toList(), complete, notes);
    ByteSink end = new ByteSink(4_096);
    footer.write(end);
    end.int32(end.size());
    end.int32(Format.MAGIC);
    file.write(end);
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WrittenFile(footer.rows(), file.position(), file.checksum());
  }

  /// Gives a row group chunks without a value for the columns that came after it.
  private Footer.RowGroup withLateColumns(Footer.RowGroup group) {
    List<Footer.Chunk> chunks = new ArrayList<>(group.chunks());
    for (int c = chunks.size(); c < columns.size(); c++) {
      ChunkWriter late = writer(columns.get(c).column());
      late.addMissing(group.rows());
      chunks.add(late.endGroup(file, dictionaryPages));
    }
    return new Footer.RowGroup(group.rows(), chunks);
  }

  /// Lets go of native memory; the channel stays open.
  @Override
  public void close() {
    zstd.close();
  }
}
