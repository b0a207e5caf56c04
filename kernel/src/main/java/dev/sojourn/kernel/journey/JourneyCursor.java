package dev.sojourn.kernel.journey;

/// Reads a part block by block. For one thread.
public interface JourneyCursor extends AutoCloseable {

  /// Fills the block with the next whole journeys: about [JourneyBlock#TARGET_EVENTS] events, more
  /// only when a single journey is longer than that. A block can be without journeys when it tells
  /// of some that were left out.
  ///
  /// @return false when there are no more journeys; the block is then empty
  boolean next(JourneyBlock block);

  @Override
  void close();
}
