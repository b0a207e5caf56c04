package dev.sojourn.store.files;

import java.util.List;

/// Which columns without a role become properties.
public sealed interface PropertyChoice {

  /// Every one.
  record All() implements PropertyChoice {}

  /// None.
  record None() implements PropertyChoice {}

  /// These; each must be in the file.
  ///
  /// @param columns column names
  record Named(List<String> columns) implements PropertyChoice {
    public Named {
      columns = List.copyOf(columns);
    }
  }
}
