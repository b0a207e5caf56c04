package dev.sojourn.store.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first rows of a file as texts, by which roles are decided.
///
/// @param columns the names of the columns
/// @param rows one text a column, null or empty where the row has none
record Sample(List<String> columns, List<@Nullable String[]> rows) {

  /// How many rows are looked at.
  static final int ROWS = 500;

  /// The values of a column that are there.
  List<String> values(String column) {
    int c = columns.indexOf(column);
    List<String> values = new ArrayList<>();
    for (@Nullable String[] row : rows) {
      String v = c >= 0 && c < row.length ? row[c] : null;
      if (v != null && !v.isEmpty()) {
        values.add(v);
      }
    }
    return values;
  }
}
