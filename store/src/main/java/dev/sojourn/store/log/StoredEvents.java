package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.util.ArrayList;
import java.util.List;

/// Some thousands of stored events as columns, filled by an [EventCursor] and reused from call to
/// call. Only the columns of the projection are filled; arrays are valid up to [#size()]. For one
/// thread.
public final class StoredEvents {

  /// The most events in a batch.
  public static final int CAPACITY = 32_768;

  final long[] sequence = new long[CAPACITY];
  final long[] customerHash = new long[CAPACITY];
  final long[] time = new long[CAPACITY];
  final long[] seq = new long[CAPACITY];
  final long[] ordinal = new long[CAPACITY];
  private final TextColumn id = new TextColumn(false);
  private final TextColumn source = new TextColumn(true);
  private final TextColumn customer = new TextColumn(false);
  private final TextColumn name = new TextColumn(true);
  private final TextColumn channel = new TextColumn(true);
  private final List<PropertyColumn> properties = new ArrayList<>();
  private int size;

  /// Events in the batch.
  public int size() {
    return size;
  }

  /// Sequence numbers in the log, ascending.
  public long[] sequence() {
    return sequence;
  }

  /// Keyed 64-bit hashes of the customer identifiers: equal identifiers have equal hashes, within
  /// one workspace and for good; different ones almost always differ.
  public long[] customerHash() {
    return customerHash;
  }

  /// Times in microseconds since the epoch, or [EventBatch#UNTIMED].
  public long[] time() {
    return time;
  }

  /// Positions in the source, as in [EventBatch#seq(int)].
  public long[] seq() {
    return seq;
  }

  /// Row numbers in the source, as in [EventBatch#ordinal(int)].
  public long[] ordinal() {
    return ordinal;
  }

  /// The ids that the source gave; missing where the event is known by source and ordinal.
  public TextColumn id() {
    return id;
  }

  /// The sources, coded.
  public TextColumn source() {
    return source;
  }

  /// The customer identifiers, verbatim.
  public TextColumn customer() {
    return customer;
  }

  /// The event names, coded unless there are very many; codes stay the same while the batch lives.
  public TextColumn name() {
    return name;
  }

  /// The channels, coded as the names are.
  public TextColumn channel() {
    return channel;
  }

  /// The properties of the projection that any event read so far has.
  public List<PropertyColumn> properties() {
    return properties;
  }

  /// Adds these events to a batch as a reader of files would; needs every column of
  /// [Projection#all()], and as many free places as there are events.
  public void copyTo(EventBatch batch) {
    for (int i = 0; i < size; i++) {
      copy(id, i, batch.id());
      copy(customer, i, batch.customer());
      copy(name, i, batch.name());
      copy(channel, i, batch.channel());
      for (PropertyColumn p : properties) {
        if (!p.values().isMissing(i)) {
          copy(p.values(), i, batch.property(p.name(), p.kind()));
        }
      }
      batch.end(time[i], seq[i], ordinal[i]);
    }
  }

  private static void copy(TextColumn from, int i, TextColumn to) {
    if (!from.isMissing(i)) {
      int t = from.entry(i);
      to.add(from.bytes(), from.offset(t), from.length(t));
    }
  }

  /// The column of a property, with `size` missing rows when it is new.
  TextColumn property(String propertyName, PropertyColumn.Kind kind) {
    for (PropertyColumn p : properties) {
      if (p.kind() == kind && p.name().equals(propertyName)) {
        return p.values();
      }
    }
    TextColumn values = new TextColumn(true);
    for (int i = 0; i < size; i++) {
      values.addMissing();
    }
    properties.add(new PropertyColumn(propertyName, kind, values));
    return values;
  }

  void size(int events) {
    size = events;
  }

  void clear() {
    size = 0;
    id.clearRows();
    source.clearRows();
    customer.clearRows();
    name.clearRows();
    channel.clearRows();
    properties.forEach(p -> p.values().clearRows());
  }
}
