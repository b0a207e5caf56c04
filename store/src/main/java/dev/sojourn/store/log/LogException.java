package dev.sojourn.store.log;

/// The log could not do what it was asked; the message is a sentence with fact and remedy. What was
/// acknowledged before stays acknowledged.
public sealed class LogException extends RuntimeException
    permits DamagedLogException, UnwritableLogException {

  private static final long serialVersionUID = 1L;

  LogException(String message, Throwable cause) {
    super(message, cause);
  }

  LogException(String message) {
    super(message);
  }
}
