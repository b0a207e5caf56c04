package dev.sojourn.server.platform;

/// More is asked for than can be taken on now.
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int retryAfterSeconds;

  /// @param sentence what is full
  /// @param retryAfterSeconds when to try again
  public BusyException(String sentence, int retryAfterSeconds) {
    super(sentence);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// When to try again.
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
