package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.log.id.KeyedHash;
import java.util.Collection;
import java.util.List;

/// The log at one moment. Immutable.
///
/// @param files the segments, by first sequence number
/// @param journals what is not sealed, oldest first
/// @param facts by sequence number
record LogView(
    String lineage,
    KeyedHash hash,
    List<SegmentFile> files,
    List<Journal.HotPart> journals,
    List<RecordedFact> facts,
    Ledger ledger,
    long sequence)
    implements LogSnapshot {

  @Override
  public long dataThrough() {
    long last = EventBatch.UNTIMED;
    for (SegmentFile s : files) {
      last = Math.max(last, s.entry().lastTime());
    }
    for (Journal.HotPart part : journals) {
      last = Math.max(last, part.lastTime());
    }
    return last;
  }

  @Override
  public long events() {
    long events = 0;
    for (SegmentFile s : files) {
      events += s.rows();
    }
    for (Journal.HotPart part : journals) {
      events += part.events();
    }
    return events;
  }

  @Override
  public List<Segment> segments() {
    return List.copyOf(files);
  }

  @Override
  public EventCursor hot(Projection projection, long fromSequence) {
    return new HotCursor(journals, hash, projection, fromSequence);
  }

  @Override
  public EventCursor events(Projection projection, long fromSequence) {
    return new AllCursor(this, projection, fromSequence);
  }

  @Override
  public EventCursor eventsOf(Collection<String> identifiers) {
    return new CustomerCursor(this, identifiers);
  }

  @Override
  public List<Erasure> erasures() {
    return ledger.erasures();
  }

  @Override
  public void close() {
    // Files stay mapped while anything refers to the view.
  }
}
