package dev.sojourn.server.platform;

/// What was sent is larger than anything that is taken.
public final class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param sentence how large it may be
  public TooLargeException(String sentence) {
    super(sentence);
  }
}
