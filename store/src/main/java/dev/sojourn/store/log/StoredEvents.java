package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.util.List;

/// Some thousands of stored events with what the log knows of them, filled by an [EventCursor] and
/// reused from call to call. Only the columns of the projection are filled; arrays are valid up to
/// [#size()]. For one thread.
public final class StoredEvents {

  /// The most events in a batch.
  public static final int CAPACITY = EventBatch.CAPACITY;

  private EventBatch events = new EventBatch(CAPACITY);
  private TextColumn source = new TextColumn(true);
  private final long[] sequence = new long[CAPACITY];
  private final long[] customerHash = new long[CAPACITY];

  /// Events in the batch.
  public int size() {
    return events.size();
  }

  /// The events as they came in. Codes of names, channels and properties stay the same from batch
  /// to batch.
  public EventBatch events() {
    return events;
  }

  /// Sequence numbers in the log.
  public long[] sequence() {
    return sequence;
  }

  /// Keyed 64-bit hashes of the customer identifiers: equal identifiers have equal hashes, within
  /// one workspace and for good; different ones almost always differ.
  public long[] customerHash() {
    return customerHash;
  }

  /// The sources, coded: with the ordinal they identify an event that has no id.
  public TextColumn source() {
    return source;
  }

  /// Times in microseconds since the epoch, or [EventBatch#UNTIMED].
  public long[] time() {
    return events.times();
  }

  /// Positions in the source, as in [EventBatch#seq(int)].
  public long[] seq() {
    return events.seqs();
  }

  /// Row numbers in the source, as in [EventBatch#ordinal(int)].
  public long[] ordinal() {
    return events.ordinals();
  }

  /// The ids that the source gave; missing where the event is known by source and ordinal.
  public TextColumn id() {
    return events.id();
  }

  /// The customer identifiers, verbatim.
  public TextColumn customer() {
    return events.customer();
  }

  /// The event names, coded unless there are very many.
  public TextColumn name() {
    return events.name();
  }

  /// The channels, coded as the names are.
  public TextColumn channel() {
    return events.channel();
  }

  /// The properties of the projection that any event read so far has.
  public List<PropertyColumn> properties() {
    return events.properties();
  }

  void clear() {
    events.clear();
    source.clearRows();
  }

  /// Keeps some of the rows, in order.
  void keep(int[] rows, int count) {
    StoredEvents kept = new StoredEvents();
    kept.add(this, rows, count);
    events = kept.events;
    source = kept.source;
    System.arraycopy(kept.sequence, 0, sequence, 0, count);
    System.arraycopy(kept.customerHash, 0, customerHash, 0, count);
  }

  private void add(StoredEvents from, int[] rows, int count) {
    EventBatch theirs = from.events;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      sequence[i] = from.sequence[row];
      customerHash[i] = from.customerHash[row];
      copy(from.source, row, source);
      copy(theirs.id(), row, events.id());
      copy(theirs.customer(), row, events.customer());
      copy(theirs.name(), row, events.name());
      copy(theirs.channel(), row, events.channel());
      for (PropertyColumn p : theirs.properties()) {
        copy(p.values(), row, events.property(p.name(), p.kind()));
      }
      events.end(theirs.time(row), theirs.seq(row), theirs.ordinal(row));
    }
  }

  private static void copy(TextColumn from, int row, TextColumn to) {
    if (row >= from.rows() || from.isMissing(row)) {
      to.addMissing();
    } else {
      int t = from.entry(row);
      to.add(from.bytes(), from.offset(t), from.length(t));
    }
  }
}
