package dev.sojourn.store.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Some thousands of events as columns, all of equal length. Filled by a reader, kept by the log,
/// read by the journey store; reused from call to call, so nothing keeps its arrays. For one
/// thread.
public final class EventBatch {

  /// How many events a reader puts into a batch.
  public static final int CAPACITY = 65_536;

  /// The time of an event that has none, only an order.
  public static final long UNTIMED = Long.MIN_VALUE;

  private static final int FIRST_ROOM = 64;

  private long[] time;
  private long[] seq;
  private long[] ordinal;
  private int size;

  private final TextColumn id = new TextColumn(false);
  private final TextColumn customer = new TextColumn(false);
  private final TextColumn name = new TextColumn(true);
  private final TextColumn channel = new TextColumn(true);
  private final List<PropertyColumn> properties = new ArrayList<>();

  /// An empty batch that grows as events come.
  public EventBatch() {
    this(FIRST_ROOM);
  }

  /// An empty batch.
  ///
  /// @param room events that fit before it first grows, at most [#CAPACITY]
  public EventBatch(int room) {
    time = new long[room];
    seq = new long[room];
    ordinal = new long[room];
  }

  /// Events in the batch.
  public int size() {
    return size;
  }

  /// Whether no event more fits.
  public boolean isFull() {
    return size == CAPACITY;
  }

  /// Time of event `i` in microseconds since the epoch, or [#UNTIMED].
  public long time(int i) {
    return time[i];
  }

  /// Where event `i` stands among events of the same time: its ordinal, unless the source has an
  /// order of its own and no time; then a number that events of different journeys may share.
  public long seq(int i) {
    return seq[i];
  }

  /// Row number, document order or batch index of event `i` in its source, from 1; no two events of
  /// a source share one.
  public long ordinal(int i) {
    return ordinal[i];
  }

  /// The ids that the source gave; missing where the id is the source and [#ordinal(int)].
  public TextColumn id() {
    return id;
  }

  /// The customer identifiers, verbatim; never missing.
  public TextColumn customer() {
    return customer;
  }

  /// The event names, verbatim; never missing.
  public TextColumn name() {
    return name;
  }

  /// The channels.
  public TextColumn channel() {
    return channel;
  }

  /// The properties that any event of the batch, or of an earlier one of the same reader, has.
  public List<PropertyColumn> properties() {
    return properties;
  }

  /// The column of a property, new and missing for all events before when there was none.
  public TextColumn property(String propertyName, PropertyColumn.Kind kind) {
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

  /// Ends an event whose place among events of the same time is its ordinal; as [#end(long, long,
  /// long)].
  public void end(long timeMicros, long position) {
    end(timeMicros, position, position);
  }

  /// Ends an event: its customer and name are in their columns; an id, a channel or properties that
  /// were not added are missing.
  ///
  /// @param timeMicros microseconds since the epoch, or [#UNTIMED]
  /// @param position as [#seq(int)]
  /// @param row as [#ordinal(int)]
  public void end(long timeMicros, long position, long row) {
    if (size == time.length) {
      grow();
    }
    time[size] = timeMicros;
    seq[size] = position;
    ordinal[size] = row;
    size++;
    fill(id);
    fill(channel);
    for (PropertyColumn p : properties) {
      fill(p.values());
    }
    if (customer.rows() != size || name.rows() != size) {
      throw new IllegalStateException("an event needs one customer and one name");
    }
  }

  private void grow() {
    int room = Math.min(CAPACITY, size * 4);
    time = Arrays.copyOf(time, room);
    seq = Arrays.copyOf(seq, room);
    ordinal = Arrays.copyOf(ordinal, room);
  }

  /// The times of all events, valid up to [#size()] and until the next batch.
  public long[] times() {
    return time;
  }

  /// The positions of all events, as [#seq(int)].
  public long[] seqs() {
    return seq;
  }

  /// The row numbers of all events, as [#ordinal(int)].
  public long[] ordinals() {
    return ordinal;
  }

  /// Ends many events at once, whose texts are in their columns and whose numbers are in
  /// [#times()], [#seqs()] and [#ordinals()] already. A reader that was asked for some columns only
  /// may leave out any other, customers and names too; all rows of it are missing.
  public void endAll(int count) {
    size += count;
    fill(id);
    fill(customer);
    fill(name);
    fill(channel);
    for (PropertyColumn p : properties) {
      fill(p.values());
    }
  }

  private void fill(TextColumn column) {
    if (column.rows() < size) {
      column.addMissing(size - column.rows());
    }
  }

  /// Removes all events; dictionaries and the list of properties stay.
  public void clear() {
    size = 0;
    id.clearRows();
    customer.clearRows();
    name.clearRows();
    channel.clearRows();
    properties.forEach(p -> p.values().clearRows());
  }
}
