package dev.sojourn.store.log;

/// The disk refused a write, most often because it is full. Nothing of the call was stored; later
/// calls work again once there is room.
public final class UnwritableLogException extends LogException {

  private static final long serialVersionUID = 1L;

  UnwritableLogException(String message, Throwable cause) {
    super(message, cause);
  }
}
