package dev.sojourn.store;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.journeys.EventInput;
import dev.sojourn.store.journeys.EventReader;
import dev.sojourn.store.journeys.IdentityFact;
import dev.sojourn.store.log.Erasure;
import dev.sojourn.store.log.EventCursor;
import dev.sojourn.store.log.EventLog;
import dev.sojourn.store.log.Fact;
import dev.sojourn.store.log.LogSnapshot;
import dev.sojourn.store.log.Projection;
import dev.sojourn.store.log.RecordedFact;
import dev.sojourn.store.log.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A snapshot of the log as the journey store reads it. The number up to which a snapshot goes is
/// one more than its last event, so "after" it means "from" it.
final class LogInput implements EventInput {

  private final EventLog log;
  private final LogSnapshot snapshot;

  LogInput(EventLog log) {
    this.log = log;
    this.snapshot = log.snapshot();
  }

  @Override
  public String lineage() {
    // The hashes are keyed, and each log has its own key.
    return Long.toHexString(log.customerHash(""));
  }

  @Override
  public long sequence() {
    return snapshot.sequence();
  }

  @Override
  public long events() {
    return snapshot.events();
  }

  @Override
  public long customerHash(byte[] utf8, int offset, int length) {
    return log.customerHash(new String(utf8, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public List<IdentityFact> identity() {
    List<IdentityFact> identity = new ArrayList<>();
    for (RecordedFact recorded : snapshot.facts()) {
      identity.add(
          switch (recorded.fact()) {
            case Fact.Merge merge ->
                new IdentityFact(IdentityFact.Kind.MERGE, merge.survivor(), merge.merged());
            case Fact.Split split ->
                new IdentityFact(IdentityFact.Kind.SPLIT, split.survivor(), split.separated());
          });
    }
    return identity;
  }

  @Override
  public long[] erasedAfter(long sequence) {
    return snapshot.erasures().stream()
        .filter(erasure -> erasure.sequence() >= sequence)
        .mapToLong(Erasure::customerHash)
        .toArray();
  }

  @Override
  public EventReader read(long afterSequence) {
    return new Reader(snapshot.events(Projection.all(), afterSequence));
  }

  @Override
  public void close() {
    snapshot.close();
  }

  private static final class Reader implements EventReader {

    private final EventCursor cursor;
    private final StoredEvents stored = new StoredEvents();
    private final EventBatch batch = new EventBatch();

    Reader(EventCursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public boolean next() {
      batch.clear();
      if (!cursor.next(stored)) {
        return false;
      }
      stored.copyTo(batch);
      return true;
    }

    @Override
    public EventBatch batch() {
      return batch;
    }

    @Override
    public long[] customerHashes() {
      return stored.customerHash();
    }

    @Override
    public int source(int i) {
      return stored.source().code(i);
    }

    @Override
    public String sourceId(int source) {
      return stored.source().dictionaryText(source);
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
