package dev.sojourn.kernel.fold;

/// A question was cancelled by whoever asked it.
public final class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("The question was cancelled before it was answered.");
  }
}
