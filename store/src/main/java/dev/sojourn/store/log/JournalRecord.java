package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.frame.RecordReader;
import java.time.Instant;

/// How events and facts are written into the records of a journal: events row by row, because they
/// come a few at a time.
final class JournalRecord {

  static final int EVENTS = 1;
  static final int FACT = 2;

  private static final int HAS_TIME = 1;
  private static final int HAS_CHANNEL = 2;
  private static final int HAS_ORDINAL = 4;
  private static final int HAS_ID = 8;

  private static final int MERGE = 1;
  private static final int SPLIT = 2;

  private static final PropertyColumn.Kind[] KINDS = PropertyColumn.Kind.values();

  private JournalRecord() {}

  /// Begins a record of events; they follow one another in the log.
  static void eventsHeader(RecordBuffer out, long firstSequence, String source, int count) {
    out.u8(EVENTS);
    out.varint(firstSequence);
    out.text(source);
    out.varint(count);
  }

  /// Writes one event.
  static void event(EventBatch events, int row, RecordBuffer out) {
    boolean timed = events.time(row) != EventBatch.UNTIMED;
    boolean channel = !events.channel().isMissing(row);
    boolean ordinal = events.ordinal(row) != events.seq(row);
    boolean id = !events.id().isMissing(row);
    out.u8(
        (timed ? HAS_TIME : 0)
            | (channel ? HAS_CHANNEL : 0)
            | (ordinal ? HAS_ORDINAL : 0)
            | (id ? HAS_ID : 0));
    if (id) {
      text(events.id(), row, out);
    }
    text(events.customer(), row, out);
    text(events.name(), row, out);
    if (channel) {
      text(events.channel(), row, out);
    }
    if (timed) {
      out.int64(events.time(row));
    }
    out.varint(events.seq(row));
    if (ordinal) {
      out.varint(events.ordinal(row));
    }
    int count = 0;
    for (PropertyColumn p : events.properties()) {
      count += p.values().isMissing(row) ? 0 : 1;
    }
    out.varint(count);
    for (PropertyColumn p : events.properties()) {
      if (!p.values().isMissing(row)) {
        out.text(p.name());
        out.u8(p.kind().ordinal());
        text(p.values(), row, out);
      }
    }
  }

  private static void text(TextColumn column, int row, RecordBuffer out) {
    int t = column.entry(row);
    out.text(column.bytes(), column.offset(t), column.length(t));
  }

  /// Reads one event, with the properties that are wanted.
  static void readEvent(RecordReader in, EventBatch into, Projection projection) {
    int flags = in.u8();
    if ((flags & HAS_ID) != 0) {
      text(in, into.id());
    }
    text(in, into.customer());
    text(in, into.name());
    if ((flags & HAS_CHANNEL) != 0) {
      text(in, into.channel());
    }
    long time = (flags & HAS_TIME) != 0 ? in.int64() : EventBatch.UNTIMED;
    long seq = in.varint();
    long ordinal = (flags & HAS_ORDINAL) != 0 ? in.varint() : seq;
    for (int i = in.count(); i > 0; i--) {
      String name = in.text();
      PropertyColumn.Kind kind = KINDS[in.u8()];
      if (projection.properties().test(name)) {
        text(in, into.property(name, kind));
      } else {
        in.skip(in.count());
      }
    }
    into.end(time, seq, ordinal);
  }

  private static void text(RecordReader in, TextColumn into) {
    int length = in.count();
    into.add(in.bytes(), in.position(), length);
    in.skip(length);
  }

  /// Writes a record of one fact.
  static void fact(RecordedFact recorded, RecordBuffer out) {
    out.u8(FACT);
    out.varint(recorded.sequence());
    switch (recorded.fact()) {
      case Fact.Merge merge -> identity(MERGE, merge.survivor(), merge.merged(), out);
      case Fact.Split split -> identity(SPLIT, split.survivor(), split.separated(), out);
    }
    Instant time = recorded.fact().time();
    out.int64(time.getEpochSecond());
    out.varint(time.getNano());
  }

  private static void identity(int kind, String first, String second, RecordBuffer out) {
    out.u8(kind);
    out.text(first);
    out.text(second);
  }

  /// Reads a fact, after the byte that says it is one.
  static RecordedFact readFact(RecordReader in) {
    long sequence = in.varint();
    int kind = in.u8();
    String first = in.text();
    String second = in.text();
    Instant time = Instant.ofEpochSecond(in.int64(), in.varint());
    return new RecordedFact(
        sequence,
        kind == MERGE ? new Fact.Merge(first, second, time) : new Fact.Split(first, second, time));
  }
}
