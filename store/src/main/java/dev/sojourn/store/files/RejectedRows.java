package dev.sojourn.store.files;

import java.io.IOException;

/// Takes the rows that a reader could not turn into events. Called from the thread of the reader,
/// in the order of the file.
@FunctionalInterface
public interface RejectedRows {

  /// Keeps one.
  void reject(RejectedRow row) throws IOException;
}
