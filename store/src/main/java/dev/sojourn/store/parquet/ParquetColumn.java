package dev.sojourn.store.parquet;

import java.util.Map;

/// A column of a flat file.
///
/// @param name unique in the file
/// @param type what its values are
/// @param optional whether values may be missing
/// @param compressed whether its pages are compressed; false pays for hashes, which do not shrink
/// @param notes words about the column for a reader that knows them
public record ParquetColumn(
    String name, Type type, boolean optional, boolean compressed, Map<String, String> notes) {

  /// What the values of a column are.
  public enum Type {
    /// UTF-8 text, with a dictionary where it comes with one.
    TEXT,
    /// A 64-bit number of which neighbours are close to each other: counts, row numbers.
    NUMBER,
    /// A 64-bit number without any pattern, such as a hash.
    HASH,
    /// Microseconds since the epoch, UTC.
    TIME
  }

  public ParquetColumn {
    notes = Map.copyOf(notes);
  }

  /// A required column.
  public static ParquetColumn required(String name, Type type) {
    return new ParquetColumn(name, type, false, type != Type.HASH, Map.of());
  }

  /// A column whose values may be missing.
  public static ParquetColumn optional(String name, Type type) {
    return new ParquetColumn(name, type, true, type != Type.HASH, Map.of());
  }

  /// The same column with words for a reader that knows them.
  public ParquetColumn withNotes(Map<String, String> words) {
    return new ParquetColumn(name, type, optional, compressed, words);
  }
}
