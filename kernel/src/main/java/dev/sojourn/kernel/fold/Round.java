package dev.sojourn.kernel.fold;

/// What a round ended with.
///
/// @param <R> the answer
public sealed interface Round<R> {

  /// The answer is known.
  record Done<R>(R answer) implements Round<R> {}

  /// The journeys have to be folded once more.
  record Next<R>(Fold<?, R> fold) implements Round<R> {}
}
