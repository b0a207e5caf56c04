package dev.sojourn.store.journeys;

/// Hears how far a build is and may end it. Called often; must be quick.
@FunctionalInterface
public interface BuildProgress {

  /// Hears nothing, ends nothing.
  BuildProgress NONE = (done, total) -> true;

  /// Called from time to time.
  ///
  /// @param done events read so far
  /// @param total events to be read
  /// @return false to end the build with a [dev.sojourn.kernel.fold.CancelledException]; the store
  ///   stays as it was
  boolean report(long done, long total);
}
