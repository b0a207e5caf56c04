package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.files.bytes.UnpackedInput;
import java.io.IOException;

/// A file being read: its bytes and the source of events in its format.
final class OpenEventFile implements EventFileReader {

  private final UnpackedInput input;
  private final EventSource source;
  private boolean ended;

  OpenEventFile(UnpackedInput input, EventSource source) {
    this.input = input;
    this.source = source;
  }

  @Override
  public FileFacts facts() {
    return source.facts();
  }

  @Override
  public boolean next(EventBatch batch) throws IOException {
    batch.clear();
    while (!ended && batch.size() == 0) {
      ended = !source.fill(batch);
    }
    return batch.size() > 0;
  }

  @Override
  public long rowsRead() {
    return source.rows().read();
  }

  @Override
  public long rejected() {
    return source.rows().rejected();
  }

  @Override
  public long dropped() {
    return source.rows().dropped();
  }

  @Override
  public long futureTimes() {
    return source.rows().futureTimes();
  }

  @Override
  public boolean zoneAssumed() {
    return source.rows().zoneAssumed();
  }

  @Override
  public long bytesRead() {
    return input.bytesRead();
  }

  @Override
  public long bytesTotal() {
    return input.bytesTotal();
  }

  @Override
  public boolean truncated() {
    return input.truncated() || source.cutShort();
  }

  @Override
  public void close() throws IOException {
    source.close();
    input.close();
  }
}
