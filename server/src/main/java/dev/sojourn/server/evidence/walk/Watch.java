package dev.sojourn.server.evidence.walk;

import java.util.function.BooleanSupplier;

/// Who waits for long work: is told how far it is, and may give up.
///
/// @param cancelled asked every few thousand events; when it says so the work ends with a
///   [dev.sojourn.kernel.fold.CancelledException]
/// @param progress told now and then
public record Watch(BooleanSupplier cancelled, Progress progress) {

  /// Nobody who waits: the work is never cancelled.
  public static final Watch NOBODY = new Watch(() -> false, (_, _, _) -> {});

  /// Hears how far work is.
  public interface Progress {
    /// @param work what is being done, a few words
    /// @param done journeys done
    /// @param all journeys in all
    void at(String work, long done, long all);
  }
}
