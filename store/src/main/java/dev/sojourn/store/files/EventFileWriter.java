package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import java.io.IOException;

/// Writes events into a file that [EventFile] reads back as the same journeys. For one thread.
public interface EventFileWriter extends AutoCloseable {

  /// Adds the events of a batch, in its order.
  void write(EventBatch batch) throws IOException;

  /// Completes the file and forces it to disk; a file whose writer was not closed is not complete.
  @Override
  void close() throws IOException;
}
