package dev.sojourn.store.journeys;

import dev.sojourn.store.event.EventBatch;
import java.io.IOException;

/// Reads events batch by batch. For one thread.
public interface EventReader extends AutoCloseable {

  /// Reads the next batch.
  ///
  /// @return false when there are no more events
  boolean next() throws IOException;

  /// The batch read last; overwritten by the next.
  EventBatch batch();

  /// The hash of the customer of each event of the batch, as [EventInput#customerHash]; overwritten
  /// by the next batch.
  long[] customerHashes();

  /// The number of the source that gave event `i` of the batch; dense from 0 over the whole reader.
  int source(int i);

  /// The id of a source: with the position of an event in it, the id of an event that has no other.
  String sourceId(int source);

  @Override
  void close() throws IOException;
}
