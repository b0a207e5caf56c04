package dev.sojourn.kernel.fold;

import dev.sojourn.kernel.journey.JourneyBlock;

/// One round of computing an answer: journeys are added to partials, partials merge, the merged one
/// gives the answer or the next round.
///
/// Immutable and thread-safe; a partial is for one thread at a time. The law: however journeys are
/// split over partials, in whatever order those are merged and whether or not they went through
/// bytes, the answer is the same to the bit. So partials hold integers, never sums of floating
/// point.
///
/// @param <P> the partial
/// @param <R> the answer
public interface Fold<P, R> {

  /// A partial of no journeys.
  P start();

  /// Adds the journeys of a block. The block's codes are touchpoint numbers.
  void add(JourneyBlock block, P partial);

  /// Adds what another partial holds; that one is not used again.
  void merge(P into, P from);

  /// The partial as bytes; equal content gives equal bytes.
  byte[] write(P partial);

  /// A partial from bytes that [#write] gave.
  P read(byte[] bytes);

  /// The answer, or what is to be done with all journeys again.
  Round<R> finish(P merged);
}
