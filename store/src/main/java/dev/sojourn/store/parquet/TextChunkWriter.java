package dev.sojourn.store.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.sojourn.store.event.TextColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes texts. Rows that come as codes stay codes: the texts of a dictionary are looked at once a
/// row group, not once a row. For one thread.
final class TextChunkWriter extends ChunkWriter {

  private static final int MAX_DICTIONARY_BYTES = 1 << 20;
  private static final int UNKNOWN = -1;

  // Either the codes of the page's values, or their bytes and lengths.
  private boolean coded = true;
  private final int[] codes = new int[Format.PAGE_ROWS + 8];
  private long[] lengths = new long[0];
  private final ByteSink texts = new ByteSink(0);
  private int count;

  private TextColumn dictionary = new TextColumn(true);
  private boolean dictionaryUsed;
  private @Nullable TextColumn translated;
  private int[] translation = new int[0];
  private final Deltas deltas = new Deltas();

  TextChunkWriter(ParquetColumn column, ZstdCompressCtx zstd) {
    super(column, zstd);
  }

  /// Adds the values of some rows of a column.
  void add(TextColumn from, int[] rows, int start, int end) {
    boolean codes = from.isCoded() && dictionary.dictionarySize() < TextColumn.MAX_DICTIONARY;
    if (codes) {
      prepareTranslation(from);
    }
    int i = start;
    while (i < end) {
      int pageEnd = Math.min(end, i + room());
      if (rows() == 0) {
        coded = codes;
      }
      if (coded && !codes) {
        spell();
      }
      int run = i;
      while (run < pageEnd && !from.isMissing(rows[run])) {
        run++;
      }
      if (coded) {
        int staged = stageCodes(from, rows, i, run);
        codes = staged == run;
        run = staged;
      } else {
        stageTexts(from, rows, i, run);
      }
      addPresent(run - i);
      i = run;
      while (run < pageEnd && from.isMissing(rows[run])) {
        run++;
      }
      addMissing(run - i);
      i = run;
    }
  }

  private void prepareTranslation(TextColumn from) {
    if (!from.equals(translated)) {
      translated = from;
      Arrays.fill(translation, UNKNOWN);
    }
    int known = translation.length;
    if (known < from.dictionarySize()) {
      translation = Arrays.copyOf(translation, Math.max(64, from.dictionarySize() * 2));
      Arrays.fill(translation, known, translation.length, UNKNOWN);
    }
  }

  /// @return the first row that was not staged, because the dictionary is full
  private int stageCodes(TextColumn from, int[] rows, int start, int end) {
    for (int i = start; i < end; i++) {
      int code = from.code(rows[i]);
      int mine = translation[code];
      if (mine == UNKNOWN) {
        mine = intern(from, code);
        if (mine == UNKNOWN) {
          return i;
        }
        translation[code] = mine;
      }
      codes[count++] = mine;
    }
    return end;
  }

  private int intern(TextColumn from, int code) {
    int size = dictionary.dictionarySize();
    if (size > 0
        && dictionary.offset(size - 1) + dictionary.length(size - 1) + from.length(code)
            > MAX_DICTIONARY_BYTES) {
      return UNKNOWN;
    }
    return dictionary.codeOf(from.bytes(), from.offset(code), from.length(code));
  }

  private void stageTexts(TextColumn from, int[] rows, int start, int end) {
    if (lengths.length == 0) {
      lengths = new long[Format.PAGE_ROWS];
    }
    byte[] bytes = from.bytes();
    for (int i = start; i < end; i++) {
      int t = from.entry(rows[i]);
      int length = from.length(t);
      texts.bytes(bytes, from.offset(t), length);
      lengths[count++] = length;
    }
  }

  /// Turns the codes of the page into texts.
  private void spell() {
    if (lengths.length == 0) {
      lengths = new long[Format.PAGE_ROWS];
    }
    for (int i = 0; i < count; i++) {
      int length = dictionary.length(codes[i]);
      texts.bytes(dictionary.bytes(), dictionary.offset(codes[i]), length);
      lengths[i] = length;
    }
    coded = false;
  }

  @Override
  int writeValues(ByteSink out, int values) {
    count = 0;
    if (coded) {
      int width = 32 - Integer.numberOfLeadingZeros(Math.max(0, dictionary.dictionarySize() - 1));
      out.u8(width);
      RunLengths.write(codes, values, width, out);
      dictionaryUsed = true;
      return Format.RLE_DICTIONARY;
    }
    deltas.write(lengths, values, out);
    out.bytes(texts.array(), 0, texts.size());
    texts.clear();
    return Format.DELTA_LENGTH_BYTE_ARRAY;
  }

  @Override
  boolean writeDictionary(ChunkPages out) {
    boolean used = dictionaryUsed;
    if (used) {
      ByteSink page = new ByteSink(1_024);
      for (int i = 0; i < dictionary.dictionarySize(); i++) {
        page.int32(dictionary.length(i));
        page.bytes(dictionary.bytes(), dictionary.offset(i), dictionary.length(i));
      }
      out.dictionary(page, dictionary.dictionarySize());
    }
    dictionary = new TextColumn(true);
    dictionaryUsed = false;
    translated = null;
    return used;
  }
}
