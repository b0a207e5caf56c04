package dev.sojourn.store.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.sojourn.store.event.TextColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Reads one column page by page; the pages of all columns of a file have the same rows. For one
/// thread.
public final class ColumnReader {

  /// The most rows in a page.
  public static final int PAGE_ROWS = Format.PAGE_ROWS;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int HEADER_BYTES = 128;

  private final MemorySegment bytes;
  private final String where;
  private final Footer footer;
  private final int column;
  private final ParquetColumn kind;

  private int group = -1;
  private long rowsLeft;
  private long at;
  private long end;
  private final byte[] headerBytes = new byte[HEADER_BYTES];
  private final CRC32 crc = new CRC32();
  private byte[] packed = new byte[0];
  private byte[] page = new byte[0];
  private int pageSize;
  private long pageAt;
  private int rows;
  private int encoding;
  private final int[] present = new int[Format.PAGE_ROWS + 8];
  private int values;
  private int valuesAt;
  private final int[] codes = new int[Format.PAGE_ROWS + 8];
  private long[] numbers = new long[0];

  private byte[] dictionary = new byte[0];
  private int[] dictionaryAt = new int[0];
  private int dictionarySize;
  private int[] translation = new int[0];
  private @Nullable TextColumn translatedTo;

  ColumnReader(MemorySegment bytes, String file, Footer footer, int column) {
    this.bytes = bytes;
    this.footer = footer;
    this.column = column;
    this.kind = footer.columns().get(column);
    this.where = file + ": column " + kind.name();
  }

  /// Reads the next page.
  ///
  /// @return its rows; 0 when there is no page more
  /// @throws DamagedFileException when it is not what was written
  public int next() {
    if (!enter()) {
      return 0;
    }
    Header header = readPage(Format.DATA_PAGE);
    begin(header);
    encoding = header.encoding;
    readPresence();
    return rows;
  }

  /// Passes over the next page without unpacking it; its numbers or texts cannot be had.
  ///
  /// @return its rows; 0 when there is no page more
  /// @throws DamagedFileException when its header is not what was written
  public int skip() {
    if (!enter()) {
      return 0;
    }
    Header header = readHeader(Format.DATA_PAGE);
    at += header.size;
    begin(header);
    return rows;
  }

  /// Goes to the next row group when the one before is over.
  ///
  /// @return false when there is none more
  private boolean enter() {
    while (rowsLeft == 0) {
      if (at != end) {
        throw damaged("there are more pages than the row group has rows");
      }
      if (++group >= footer.groups().size()) {
        return false;
      }
      Footer.Chunk chunk = footer.groups().get(group).chunks().get(column);
      rowsLeft = footer.groups().get(group).rows();
      at = chunk.start();
      end = at + chunk.bytes();
      dictionarySize = 0;
      if (chunk.dictionary() >= 0) {
        readDictionary();
      }
    }
    return true;
  }

  private void begin(Header header) {
    rows = header.values;
    if (rows < 1 || rows > Math.min(rowsLeft, Format.PAGE_ROWS)) {
      throw damaged("a page cannot have " + rows + " rows here");
    }
    rowsLeft -= rows;
  }

  /// Copies the numbers of the page.
  ///
  /// @param missing what stands for a missing value
  public void longs(long[] out, long missing) {
    long[] to = values == rows ? out : numbers();
    if (values == 0) {
      Arrays.fill(out, 0, rows, missing);
      return;
    }
    if (encoding == Format.DELTA_BINARY_PACKED && kind.type() != ParquetColumn.Type.TEXT) {
      if (Deltas.read(page, valuesAt, pageSize, to, values) < 0) {
        throw damaged("the numbers of the page do not add up");
      }
    } else if (encoding == Format.PLAIN
        && kind.type() != ParquetColumn.Type.TEXT
        && pageSize - valuesAt == values * 8) {
      MemorySegment.copy(MemorySegment.ofArray(page), LONG, valuesAt, to, 0, values);
    } else {
      throw damaged("the page does not hold numbers");
    }
    if (values < rows) {
      int v = 0;
      for (int i = 0; i < rows; i++) {
        out[i] = present[i] == 0 ? missing : numbers[v++];
      }
    }
  }

  private long[] numbers() {
    if (numbers.length == 0) {
      numbers = new long[Format.PAGE_ROWS];
    }
    return numbers;
  }

  /// Adds the texts of the page to a column, as codes where both know them. Quickest when it is the
  /// same column from page to page.
  public void texts(TextColumn out) {
    if (!out.equals(translatedTo)) {
      translatedTo = out;
      Arrays.fill(translation, -1);
    }
    if (values == 0) {
      out.addMissing(rows);
    } else if (encoding == Format.RLE_DICTIONARY) {
      coded(out);
    } else if (encoding == Format.DELTA_LENGTH_BYTE_ARRAY) {
      plain(out);
    } else {
      throw damaged("the page does not hold texts");
    }
  }

  private void coded(TextColumn out) {
    int width = valuesAt < pageSize ? page[valuesAt] : 33;
    if (width < 0
        || width > 32
        || !RunLengths.read(page, valuesAt + 1, pageSize, width, codes, values)) {
      throw damaged("the codes of the page do not add up");
    }
    int v = 0;
    for (int i = 0; i < rows; i++) {
      if (values < rows && present[i] == 0) {
        out.addMissing();
        continue;
      }
      int code = codes[v++];
      if (code < 0 || code >= dictionarySize) {
        throw damaged("code " + code + " is not in the dictionary of " + dictionarySize);
      }
      int theirs = out.isCoded() ? translation[code] : -1;
      if (theirs < 0) {
        int from = dictionaryAt[code];
        int length = dictionaryAt[code + 1] - 4 - from;
        theirs = out.isCoded() ? out.codeOf(dictionary, from, length) : -1;
        if (theirs < 0) {
          out.add(dictionary, from, length);
          continue;
        }
        translation[code] = theirs;
      }
      out.addCode(theirs);
    }
  }

  private void plain(TextColumn out) {
    long[] lengths = numbers();
    int from = Deltas.read(page, valuesAt, pageSize, lengths, values);
    if (from < 0) {
      throw damaged("the lengths of the page do not add up");
    }
    int v = 0;
    for (int i = 0; i < rows; i++) {
      if (values < rows && present[i] == 0) {
        out.addMissing();
        continue;
      }
      long length = lengths[v++];
      if (length < 0 || length > pageSize - from) {
        throw damaged("a text would be " + length + " bytes long");
      }
      out.add(page, from, (int) length);
      from += (int) length;
    }
    if (from != pageSize) {
      throw damaged("bytes are left after the last text");
    }
  }

  /// The dictionary page of the row group as it was written, for tests.
  byte[] dictionaryBytes() {
    return dictionarySize == 0 ? new byte[0] : dictionary.clone();
  }

  private void readPresence() {
    values = rows;
    valuesAt = 0;
    if (!kind.optional()) {
      return;
    }
    if (pageSize < 4) {
      throw damaged("the page is too short");
    }
    int length = ByteSink.int32(page, 0);
    valuesAt = 4 + length;
    if (length < 0
        || length > pageSize - 4
        || !RunLengths.read(page, 4, valuesAt, 1, present, rows)) {
      throw damaged("the presence of the page does not add up");
    }
    values = 0;
    for (int i = 0; i < rows; i++) {
      values += present[i];
    }
  }

  private void readDictionary() {
    Header header = readPage(Format.DICTIONARY_PAGE);
    dictionarySize = header.values;
    if (dictionarySize < 0 || dictionarySize > pageSize / 4) {
      throw damaged("the dictionary cannot have " + dictionarySize + " entries");
    }
    dictionary = Arrays.copyOf(page, pageSize);
    dictionaryAt = new int[dictionarySize + 1];
    int from = 4;
    for (int i = 0; i < dictionarySize; i++) {
      dictionaryAt[i] = from;
      int length = from > pageSize ? -1 : ByteSink.int32(dictionary, from - 4);
      if (length < 0 || length > pageSize - from) {
        throw damaged("the dictionary does not add up");
      }
      from += length + 4;
    }
    dictionaryAt[dictionarySize] = from;
    if (translation.length < dictionarySize) {
      translation = new int[dictionarySize];
    }
    Arrays.fill(translation, -1);
  }

  /// What the header of a page says that its reader needs.
  private record Header(int values, int encoding, int size, int plainSize, int check) {}

  /// Reads the header of a page and goes behind it.
  private Header readHeader(int expected) {
    pageAt = at;
    int available = (int) Math.min(HEADER_BYTES, end - at);
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, headerBytes, 0, available);
    CompactReader in = new CompactReader(headerBytes, 0, available, where + " at offset " + at);
    int type = -1;
    int plainSize = -1;
    int size = -1;
    int check = 0;
    int count = -1;
    int how = -1;
    in.begin();
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> type = in.int32();
        case 2 -> plainSize = in.int32();
        case 3 -> size = in.int32();
        case 4 -> check = in.int32();
        case 5, 7 -> {
          in.begin();
          for (int f = in.field(); f != 0; f = in.field()) {
            switch (f) {
              case 1 -> count = in.int32();
              case 2 -> how = in.int32();
              default -> in.skip();
            }
          }
        }
        default -> in.skip();
      }
    }
    at += in.position();
    if (type != expected || size < 0 || plainSize < 0 || size > end - at) {
      throw damaged("its header is none of a page of this column");
    }
    return new Header(count, how, size, plainSize, check);
  }

  /// Reads a page into `page`, padded so that packed numbers may be read past its end.
  private Header readPage(int expected) {
    Header header = readHeader(expected);
    int size = header.size;
    packed = room(packed, size);
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, packed, 0, size);
    at += size;
    crc.reset();
    crc.update(packed, 0, size);
    if ((int) crc.getValue() != header.check) {
      throw damaged("its checksum is not the one that was written");
    }
    unpack(size, header.plainSize);
    return header;
  }

  private void unpack(int size, int plainSize) {
    pageSize = plainSize;
    if (!kind.compressed()) {
      if (size != plainSize) {
        throw damaged("its header gives two sizes");
      }
      byte[] swap = page;
      page = packed;
      packed = swap;
      return;
    }
    long content = Zstd.getFrameContentSize(packed, 0, size);
    if (content != plainSize) {
      throw damaged("its header gives " + plainSize + " bytes where " + content + " are packed");
    }
    page = room(page, plainSize);
    try {
      if (Zstd.decompressByteArray(page, 0, plainSize, packed, 0, size) != plainSize) {
        throw damaged("it cannot be unpacked");
      }
    } catch (ZstdException e) {
      throw new DamagedFileException(where + " at offset " + pageAt + ": it cannot be unpacked", e);
    }
  }

  private static byte[] room(byte[] array, int size) {
    return array.length >= size + BitPacking.PADDING
        ? array
        : new byte[size + size / 4 + BitPacking.PADDING];
  }

  private DamagedFileException damaged(String what) {
    return new DamagedFileException(
        where + ", page at offset " + pageAt + " of row group " + group + ": " + what);
  }
}
