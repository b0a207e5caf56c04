package dev.sojourn.store.parquet;

/// Numbers of the Parquet format.
final class Format {

  static final int MAGIC = 0x31524150;

  static final int INT64 = 2;
  static final int BYTE_ARRAY = 6;

  static final int CONVERTED_UTF8 = 0;
  static final int CONVERTED_TIMESTAMP_MICROS = 10;

  static final int PLAIN = 0;
  static final int RLE = 3;
  static final int DELTA_BINARY_PACKED = 5;
  static final int DELTA_LENGTH_BYTE_ARRAY = 6;
  static final int RLE_DICTIONARY = 8;

  static final int UNCOMPRESSED = 0;
  static final int ZSTD = 6;

  static final int DATA_PAGE = 0;
  static final int DICTIONARY_PAGE = 2;

  /// Rows of a page. All columns cut their pages at the same rows, so that a reader goes page by
  /// page.
  static final int PAGE_ROWS = 32_768;

  private Format() {}

  /// The encodings that the pages of a column use.
  static int[] encodings(ParquetColumn column, boolean dictionary) {
    return switch (column.type()) {
      case TEXT ->
          dictionary
              ? new int[] {PLAIN, RLE, RLE_DICTIONARY, DELTA_LENGTH_BYTE_ARRAY}
              : new int[] {PLAIN, RLE, DELTA_LENGTH_BYTE_ARRAY};
      case NUMBER, TIME -> new int[] {PLAIN, RLE, DELTA_BINARY_PACKED};
      case HASH -> new int[] {PLAIN, RLE};
    };
  }
}
