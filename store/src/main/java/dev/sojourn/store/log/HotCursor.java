package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.frame.RecordReader;
import dev.sojourn.store.log.id.KeyedHash;
import java.util.List;

/// Reads the events of journals out of their records. Fills every fixed column. For one thread.
final class HotCursor implements EventCursor {

  private final List<Journal.HotPart> parts;
  private final KeyedHash hash;
  private final Projection projection;
  private final long fromSequence;
  private int part;
  private int record;

  HotCursor(List<Journal.HotPart> parts, KeyedHash hash, Projection projection, long fromSequence) {
    this.parts = parts;
    this.hash = hash;
    this.projection = projection;
    this.fromSequence = fromSequence;
  }

  @Override
  public boolean next(StoredEvents into) {
    into.clear();
    for (; part < parts.size(); part++, record = 0) {
      Journal.HotPart now = parts.get(part);
      for (; record < now.count(); record++) {
        if (!add(now.records()[record], into)) {
          return true;
        }
      }
    }
    return into.size() > 0;
  }

  /// @return false when the batch has no room for the record
  private boolean add(byte[] bytes, StoredEvents into) {
    RecordReader in = new RecordReader(bytes);
    if (in.u8() != JournalRecord.EVENTS) {
      return true;
    }
    long sequence = in.varint();
    int sourceLength = in.count();
    int sourceAt = in.position();
    in.skip(sourceLength);
    int count = in.count();
    if (sequence + count <= fromSequence) {
      return true;
    }
    if (into.size() + count > StoredEvents.CAPACITY) {
      return false;
    }
    EventBatch events = into.events();
    TextColumn customer = events.customer();
    int before = into.size();
    for (int i = 0; i < count; i++) {
      JournalRecord.readEvent(in, events, projection);
      into.source().add(bytes, sourceAt, sourceLength);
      int row = before + i;
      into.sequence()[row] = sequence + i;
      int t = customer.entry(row);
      into.customerHash()[row] =
          hash.customer(customer.bytes(), customer.offset(t), customer.length(t));
    }
    if (sequence < fromSequence) {
      dropOld(into);
    }
    return true;
  }

  private void dropOld(StoredEvents into) {
    int[] kept = new int[into.size()];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (into.sequence()[i] >= fromSequence) {
        kept[count++] = i;
      }
    }
    into.keep(kept, count);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
