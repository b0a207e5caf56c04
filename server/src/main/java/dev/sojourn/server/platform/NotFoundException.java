package dev.sojourn.server.platform;

/// What was asked for is not there.
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param what the kind of thing, such as `map`
  /// @param id the name by which it was asked for
  public NotFoundException(String what, String id) {
    super("There is no " + what + " '" + id + "' here; it may have been removed.");
  }
}
