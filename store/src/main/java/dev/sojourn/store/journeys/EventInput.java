package dev.sojourn.store.journeys;

import java.io.IOException;
import java.util.List;

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

  /// What tells this log from another one, and from itself before a restore that took sequence
  /// numbers back.
  String lineage();

  /// The highest sequence number that this state holds; 0 when it is empty.
  long sequence();

  /// Events in this state.
  long events();

  /// The keyed hash by which customers are found: equal identifiers have equal hashes, and one that
  /// does not know the key cannot choose identifiers that collide.
  long customerHash(byte[] utf8, int offset, int length);

  /// Everything that was decided about who is who and still stands, oldest first.
  List<IdentityFact> identity();

  /// The hashes of the identifiers that were erased after a sequence number.
  long[] erasedAfter(long sequence);

  /// Reads the events after a sequence number, in any order.
  EventReader read(long afterSequence) throws IOException;

  @Override
  void close() throws IOException;
}
