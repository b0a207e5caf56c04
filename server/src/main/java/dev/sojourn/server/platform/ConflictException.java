package dev.sojourn.server.platform;

/// A request does not fit what is there now.
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param sentence what stands against it, and what to do
  public ConflictException(String sentence) {
    super(sentence);
  }
}
