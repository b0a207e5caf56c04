package dev.sojourn.store.files;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which column plays which role in a file.
///
/// @param columns role to column name; the order role may name [#ROW], which is no column
record Roles(Map<Role, String> columns) {

  /// In the order role: events stand in the order of the rows.
  static final String ROW = "row";

  Roles {
    columns = new EnumMap<>(columns);
  }

  @Nullable String column(Role role) {
    return columns.get(role);
  }

  boolean has(Role role) {
    return columns.containsKey(role);
  }

  boolean isPlayedBy(String column) {
    return columns.containsValue(column);
  }

  /// For [FileFacts#roles()].
  Map<String, String> labelled() {
    Map<String, String> labelled = new LinkedHashMap<>();
    columns.forEach((role, column) -> labelled.put(role.label(), column));
    return labelled;
  }
}
