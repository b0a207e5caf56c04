package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.files.time.TimeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Turns rows into events, the same way for every format: checks the cells that play a role before
/// anything goes into a batch, counts what became of each row, and hands on what is rejected.
final class EventRows {

  private static final int SHOWN = 60;

  private final Roles roles;
  private final TimeReader times;
  private final OrderNumbers orders;
  private final long nowMicros;
  private final RejectedRows sink;
  private final byte[][] drop;
  private final byte @Nullable [] channelValue;
  private final boolean timed;
  private final boolean ordered;

  private long read;
  private long rejected;
  private long dropped;
  private long future;
  private long micros;
  private long seq;

  EventRows(
      ImportOptions options, Roles roles, OrderNumbers orders, Instant now, RejectedRows sink) {
    this.roles = roles;
    this.orders = orders;
    this.sink = sink;
    this.times = new TimeReader(options.timeZone(), options.timeFormat());
    this.nowMicros = Math.addExact(now.getEpochSecond() * 1_000_000, now.getNano() / 1_000);
    this.drop =
        options.dropEvents().stream()
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    String channel = options.channelValue();
    this.channelValue = channel == null ? null : channel.getBytes(StandardCharsets.UTF_8);
    this.timed = roles.has(Role.TIME);
    this.ordered = roles.has(Role.ORDER);
  }

  long read() {
    return read;
  }

  long rejected() {
    return rejected;
  }

  long dropped() {
    return dropped;
  }

  long futureTimes() {
    return future;
  }

  boolean zoneAssumed() {
    return times.zoneAssumed();
  }

  /// Counts a row and says its ordinal.
  long begin() {
    return ++read;
  }

  /// Whether the row that was begun last is an event to be stored. If so, add its properties to the
  /// batch and call [#store(RowCells, EventBatch)]; if not, it was dropped or rejected.
  boolean admit(RowCells cells, RowText text) throws IOException {
    if (cells.isEmpty(Role.CUSTOMER)) {
      return refuseEmpty(Role.CUSTOMER, text);
    }
    if (cells.isEmpty(Role.EVENT)) {
      return refuseEmpty(Role.EVENT, text);
    }
    if (drop.length > 0 && isDropped(cells)) {
      dropped++;
      return false;
    }
    micros = EventBatch.UNTIMED;
    seq = read;
    if (timed && !cells.isEmpty(Role.TIME)) {
      return admitTime(cells, text);
    }
    if (ordered) {
      return admitOrder(cells, text);
    }
    return timed ? refuseEmpty(Role.TIME, text) : true;
  }

  private boolean admitTime(RowCells cells, RowText text) throws IOException {
    int from = cells.from[Role.TIME.ordinal()];
    int to = cells.to[Role.TIME.ordinal()];
    micros = times.micros(cells.bytes, from, to);
    if (micros == TimeReader.NOT_A_TIME) {
      reject(name(Role.TIME), times.reason(cells.bytes, from, to), text);
      return false;
    }
    if (micros > nowMicros) {
      future++;
    }
    return true;
  }

  private boolean admitOrder(RowCells cells, RowText text) throws IOException {
    if (Roles.ROW.equals(roles.column(Role.ORDER)) && cells.isEmpty(Role.ORDER)) {
      return true;
    }
    if (cells.isEmpty(Role.ORDER)) {
      return refuseEmpty(timed ? Role.TIME : Role.ORDER, text);
    }
    String number = cell(cells, Role.ORDER);
    if (!orders.accepts(number)) {
      reject(name(Role.ORDER), "'" + shown(number) + "' " + orders.reason(), text);
      return false;
    }
    seq = orders.seq();
    return true;
  }

  /// Completes the event that was admitted last.
  void store(RowCells cells, EventBatch batch) {
    byte[] b = cells.bytes;
    int customer = Role.CUSTOMER.ordinal();
    int event = Role.EVENT.ordinal();
    batch.customer().add(b, cells.from[customer], cells.to[customer] - cells.from[customer]);
    batch.name().add(b, cells.from[event], cells.to[event] - cells.from[event]);
    if (!cells.isEmpty(Role.EVENT_ID)) {
      int id = Role.EVENT_ID.ordinal();
      batch.id().add(b, cells.from[id], cells.to[id] - cells.from[id]);
    }
    if (channelValue != null) {
      batch.channel().add(channelValue, 0, channelValue.length);
    } else if (!cells.isEmpty(Role.CHANNEL)) {
      int channel = Role.CHANNEL.ordinal();
      batch.channel().add(b, cells.from[channel], cells.to[channel] - cells.from[channel]);
    }
    batch.end(micros, seq, read);
  }

  /// Rejects the row that was begun last.
  void reject(String field, String reason, RowText text) throws IOException {
    rejected++;
    sink.reject(new RejectedRow(read, field, reason, text.rowText()));
  }

  private boolean refuseEmpty(Role role, RowText text) throws IOException {
    String column = name(role);
    reject(
        column,
        "the row has no " + role.label() + ": '" + column + "' is empty; fill it in the file",
        text);
    return false;
  }

  private String name(Role role) {
    String column = roles.column(role);
    return column == null ? role.label() : column;
  }

  private boolean isDropped(RowCells cells) {
    int from = cells.from[Role.EVENT.ordinal()];
    int to = cells.to[Role.EVENT.ordinal()];
    for (byte[] name : drop) {
      if (Arrays.equals(name, 0, name.length, cells.bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static String cell(RowCells cells, Role role) {
    int from = cells.from[role.ordinal()];
    return new String(cells.bytes, from, cells.to[role.ordinal()] - from, StandardCharsets.UTF_8);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
