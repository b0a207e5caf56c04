package dev.sojourn.server.platform;

import java.io.IOException;
import java.util.Locale;

/// The disk has no room for what is asked for.
public final class DiskFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param sentence what does not fit, and what to do
  public DiskFullException(String sentence) {
    super(sentence);
  }

  /// Whether a failure comes of a full disk.
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof DiskFullException
          || (cause instanceof IOException && message.contains("no space left"))
          || message.contains("sqlite_full")
          || message.contains("database or disk is full")) {
        return true;
      }
    }
    return false;
  }
}
