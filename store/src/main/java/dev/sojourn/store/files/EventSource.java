package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import java.io.Closeable;
import java.io.IOException;

/// The events of one open file in one format. For one thread.
interface EventSource extends Closeable {

  /// The most bytes of a file that go into one batch, so that rows of a megabyte do not fill the
  /// heap.
  long BATCH_BYTES = 64L << 20;

  /// The most cells of one batch, for files of very many columns.
  int BATCH_CELLS = 16 << 20;

  FileFacts facts();

  EventRows rows();

  /// Adds events to a batch until it is full or large enough.
  ///
  /// @return false when the file is at its end
  boolean fill(EventBatch batch) throws IOException;

  /// Whether the document broke off or is damaged from some point on.
  boolean cutShort();

  /// How many rows go into a batch of this many columns.
  static int batchRows(int columns) {
    return Math.clamp(BATCH_CELLS / Math.max(columns, 1), 1, EventBatch.CAPACITY);
  }
}
