package dev.sojourn.server.commandline;

/// The process was asked to stop, and did so at a place from which it can go on; the message says
/// what is kept.
final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoppedException(String message) {
    super(message);
  }
}
