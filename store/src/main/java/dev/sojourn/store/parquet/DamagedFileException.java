package dev.sojourn.store.parquet;

/// A column file is not what was written; the message names file, column and offset.
public final class DamagedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }

  DamagedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
