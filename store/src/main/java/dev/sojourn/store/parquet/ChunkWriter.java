package dev.sojourn.store.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/// Takes the values of one column and cuts them into pages. For one thread.
abstract sealed class ChunkWriter permits LongChunkWriter, TextChunkWriter {

  private final ParquetColumn column;
  private final ChunkPages pages;
  private final ByteSink page = new ByteSink(4_096);
  private int[] present = new int[0];
  private int missing;
  private int rows;
  private long rowsInGroup;

  ChunkWriter(ParquetColumn column, ZstdCompressCtx zstd) {
    this.column = column;
    this.pages = new ChunkPages(zstd, column.compressed());
  }

  final ParquetColumn column() {
    return column;
  }

  final long rowsInGroup() {
    return rowsInGroup;
  }

  /// Rows in the page being filled.
  final int rows() {
    return rows;
  }

  /// Rows that still fit into the page being filled.
  final int room() {
    return Format.PAGE_ROWS - rows;
  }

  /// Adds rows without a value.
  final void addMissing(long count) {
    for (long left = count; left > 0; ) {
      int some = (int) Math.min(left, room());
      if (!column.optional()) {
        throw new IllegalStateException("column " + column.name() + " needs a value in every row");
      }
      if (missing == 0) {
        if (present.length == 0) {
          // The run-length encoder pads its input to a multiple of 8.
          present = new int[Format.PAGE_ROWS + 8];
        }
        Arrays.fill(present, 0, rows, 1);
      }
      Arrays.fill(present, rows, rows + some, 0);
      missing += some;
      count(some);
      left -= some;
    }
  }

  /// Counts rows whose values were staged.
  final void addPresent(int some) {
    if (missing > 0) {
      Arrays.fill(present, rows, rows + some, 1);
    }
    count(some);
  }

  private void count(int some) {
    rows += some;
    rowsInGroup += some;
    if (rows == Format.PAGE_ROWS) {
      cutPage();
    }
  }

  private void cutPage() {
    page.clear();
    if (column.optional()) {
      int length = page.size();
      page.int32(0);
      if (missing == 0) {
        page.varint((long) rows << 1);
        page.u8(1);
      } else {
        RunLengths.write(present, rows, 1, page);
      }
      int size = page.size() - length - 4;
      for (int i = 0; i < 4; i++) {
        page.array()[length + i] = (byte) (size >>> (8 * i));
      }
    }
    boolean empty = missing == rows;
    pages.data(page, rows, empty ? Format.PLAIN : writeValues(page, rows - missing));
    rows = 0;
    missing = 0;
  }

  /// Writes the staged values and forgets them.
  ///
  /// @return their encoding
  abstract int writeValues(ByteSink out, int count);

  /// Writes the dictionary of the row group, if any page used one, and forgets it.
  abstract boolean writeDictionary(ChunkPages out);

  /// Ends the row group: writes the pages at a place of the file.
  final Footer.Chunk endGroup(FileEnd file, ChunkPages dictionaryPages) {
    if (rows > 0) {
      cutPage();
    }
    dictionaryPages.clear();
    boolean dictionary = writeDictionary(dictionaryPages);
    long start = file.position();
    file.write(dictionaryPages.bytes());
    long data = file.position();
    file.write(pages.bytes());
    long plain = dictionaryPages.plainBytes() + pages.plainBytes();
    pages.clear();
    rowsInGroup = 0;
    return new Footer.Chunk(dictionary ? start : -1, data, file.position() - start, plain);
  }
}
