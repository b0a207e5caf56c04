package dev.sojourn.store.journeys;

import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.io.IOException;
import java.util.List;

/// Reads events batch by batch, as columns that the next batch overwrites. The columns are the same
/// objects from batch to batch, and so are the codes of one that stays coded. For one thread.
public interface EventReader extends AutoCloseable {

  /// Reads the next batch.
  ///
  /// @return false when there are no more events
  boolean next() throws IOException;

  /// Events in the batch.
  int size();

  /// The hash of each customer, as [EventInput#customerHash(String)].
  long[] customerHash();

  /// Times in microseconds since the epoch, or [dev.sojourn.store.event.EventBatch#UNTIMED].
  long[] time();

  /// Positions among events of the same time.
  long[] seq();

  /// Positions in the source; no two events of a source share one.
  long[] ordinal();

  /// The ids that the source gave; an event without one is known by its source and its ordinal.
  TextColumn id();

  /// The ids of the sources.
  TextColumn source();

  /// The customer identifiers, verbatim; never missing.
  TextColumn customer();

  /// The event names, verbatim; never missing.
  TextColumn name();

  /// The channels.
  TextColumn channel();

  /// Of the properties that were asked for, those that any event so far has.
  List<PropertyColumn> properties();

  @Override
  void close() throws IOException;
}
