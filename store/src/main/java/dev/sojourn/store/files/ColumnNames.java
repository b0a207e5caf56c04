package dev.sojourn.store.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The columns of a file with a header, each under a name of its own. Spaces around a name are
/// dropped, a column without name is called by its place, and of columns of one name all but the
/// first get a number: `a`, `a_2`.
///
/// @param names one a column, all different
/// @param repeated names that the header has more than once
record ColumnNames(List<String> names, Set<String> repeated) {

  ColumnNames {
    names = List.copyOf(names);
    repeated = Set.copyOf(repeated);
  }

  static ColumnNames of(List<String> header) {
    Set<String> taken = new HashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      if (name.isEmpty()) {
        name = "column_" + (i + 1);
      } else if (taken.contains(name)) {
        repeated.add(name);
      }
      String own = name;
      for (int n = 2; !taken.add(own); n++) {
        own = name + "_" + n;
      }
      names.add(own);
    }
    return new ColumnNames(names, repeated);
  }

  /// What a person should know about the names, as sentences.
  List<String> notes() {
    return repeated.stream()
        .sorted()
        .map(name ->
            "the header names '"
                + name
                + "' more than once; the second is called '"
                + name
                + "_2' and so on")
        .toList();
  }
}
