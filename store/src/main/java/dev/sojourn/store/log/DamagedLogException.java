package dev.sojourn.store.log;

import dev.sojourn.store.parquet.DamagedFileException;

/// A file of the log is not what was written; the message names the file and the place.
public final class DamagedLogException extends LogException {

  private static final long serialVersionUID = 1L;

  DamagedLogException(String message) {
    super(message);
  }

  DamagedLogException(DamagedFileException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  DamagedLogException(String message, Throwable cause) {
    super(message, cause);
  }
}
