package dev.sojourn.store;

import java.nio.file.Path;

/// Hears how far an import is and may end it. Called once a batch; must be quick.
@FunctionalInterface
public interface ImportProgress {

  /// Hears nothing, ends nothing.
  ImportProgress NONE = (file, done, total, rows) -> true;

  /// Called after each batch of a file.
  ///
  /// @param file the file being read
  /// @param done bytes of it taken so far
  /// @param total its size in bytes
  /// @param rows rows of it met so far
  /// @return false to stop; what was read before is kept
  boolean report(Path file, long done, long total, long rows);
}
