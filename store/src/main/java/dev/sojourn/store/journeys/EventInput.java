package dev.sojourn.store.journeys;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// One state of the event log, as the journey store reads it. It does not change while it is open.
///
/// Every event has a sequence number, given in the order in which the log took it and never given
/// again. For one thread.
public interface EventInput extends AutoCloseable {

  /// Opens the newest state of a log.
  @FunctionalInterface
  interface Opener {
    /// Opens the newest state.
    EventInput open() throws IOException;
  }

  /// What tells this log from another one.
  String lineage();

  /// One more than the highest sequence number that this state holds.
  long sequence();

  /// Events in this state.
  long events();

  /// The keyed hash by which customers are found: equal identifiers have equal hashes, different
  /// ones almost always differ, in every bit; who does not know the key cannot make them collide.
  long customerHash(String identifier);

  /// Everything that was decided about who is who and was not erased, oldest first.
  List<IdentityFact> identity();

  /// The hashes of the identifiers that were erased at a sequence number or after it.
  long[] erasedFrom(long sequence);

  /// Reads events, in any order.
  ///
  /// @param fromSequence events with a lower sequence number are left out
  /// @param properties the properties that [EventReader#properties()] is to give
  EventReader read(long fromSequence, Set<String> properties) throws IOException;

  @Override
  void close() throws IOException;
}
