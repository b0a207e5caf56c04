package dev.sojourn.store.parquet;

import dev.sojourn.store.event.TextColumn;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All texts of a column file, dictionaries too, for tests that look for bytes.
public final class UnpackedPages {

  private UnpackedPages() {}

  /// The bytes of every text column, page after page.
  public static List<byte[]> of(MemorySegment file, String name) {
    ParquetReader reader = new ParquetReader(file, name);
    List<byte[]> all = new ArrayList<>();
    for (int c = 0; c < reader.columns().size(); c++) {
      if (reader.columns().get(c).type() == ParquetColumn.Type.TEXT) {
        ColumnReader in = reader.open(c);
        while (in.next() > 0) {
          all.add(in.dictionaryBytes());
          TextColumn page = new TextColumn(false);
          in.texts(page);
          int texts = page.rows();
          all.add(Arrays.copyOf(page.bytes(), page.offset(texts - 1) + page.length(texts - 1)));
        }
      }
    }
    return all;
  }
}
