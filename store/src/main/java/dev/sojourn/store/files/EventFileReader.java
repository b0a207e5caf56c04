package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import java.io.IOException;

/// Reads the events of one file, once, from first to last. For one thread.
public interface EventFileReader extends AutoCloseable {

  /// What was found before the first event.
  FileFacts facts();

  /// Clears the batch and fills it with the next events. Use one batch throughout.
  ///
  /// @return whether there is at least one event in it; false means the file is at its end
  /// @throws IOException when the file cannot be read on
  /// @throws dev.sojourn.kernel.spec.RefusedException when reading on would be unsafe
  boolean next(EventBatch batch) throws IOException;

  /// Rows met so far, whatever became of them.
  long rowsRead();

  /// Rows that went to [RejectedRows] so far.
  long rejected();

  /// Events left out so far because of their name.
  long dropped();

  /// Events so far that are later than the moment given at open.
  long futureTimes();

  /// Whether a time so far had no offset, so that [FileFacts#timeZone()] was assumed.
  boolean zoneAssumed();

  /// Bytes of the file taken so far, compressed ones where it is compressed.
  long bytesRead();

  /// The size of the file in bytes.
  long bytesTotal();

  /// Whether the file ended before its compression or its document did, or is damaged from some
  /// point on; the complete rows before that were kept. Settled once [#next(EventBatch)] has
  /// returned false.
  boolean truncated();

  @Override
  void close() throws IOException;
}
