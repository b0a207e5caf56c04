package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.Projection.Column;
import dev.sojourn.store.parquet.ColumnReader;
import dev.sojourn.store.parquet.DamagedFileException;
import dev.sojourn.store.parquet.ParquetColumn;
import dev.sojourn.store.parquet.ParquetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a segment page by page. For one thread.
final class SegmentCursor implements EventCursor {

  private static final long NONE = Long.MIN_VALUE;

  private final SegmentFile segment;
  private final long fromSequence;
  private final ColumnReader time;
  private final @Nullable ColumnReader hash;
  private final @Nullable ColumnReader seq;
  private final @Nullable ColumnReader ordinal;
  private final @Nullable ColumnReader sequence;
  private final List<TextPart> texts = new ArrayList<>();
  private final boolean wantsTime;
  private final @Nullable LongPredicate customers;
  private long row;

  /// A column of texts and where it goes: a fixed column, or a property.
  private record TextPart(ColumnReader reader, Column fixed, @Nullable Property property) {}

  private record Property(String name, PropertyColumn.Kind kind) {}

  SegmentCursor(SegmentFile segment, Projection projection, long fromSequence) {
    this(segment, projection, fromSequence, null);
  }

  /// @param customers pages without such a customer hash are passed over; null to read all. The
  ///   projection then has the hashes.
  SegmentCursor(
      SegmentFile segment,
      Projection projection,
      long fromSequence,
      @Nullable LongPredicate customers) {
    this.segment = segment;
    this.customers = customers;
    this.fromSequence = fromSequence;
    ParquetReader file = segment.reader();
    // Read even when nobody asked: its pages say how many rows come next.
    time = required(file, SegmentColumns.TIME);
    wantsTime = projection.has(Column.TIME);
    hash =
        projection.has(Column.CUSTOMER_HASH) ? required(file, SegmentColumns.CUSTOMER_HASH) : null;
    boolean wantsOrdinal = projection.has(Column.ORDINAL);
    seq = projection.has(Column.SEQ) || wantsOrdinal ? required(file, SegmentColumns.SEQ) : null;
    ordinal = wantsOrdinal ? optional(file, SegmentColumns.ORDINAL) : null;
    sequence = optional(file, SegmentColumns.LOG_SEQUENCE);
    text(file, projection, Column.CUSTOMER, SegmentColumns.CUSTOMER);
    text(file, projection, Column.NAME, SegmentColumns.NAME);
    text(file, projection, Column.CHANNEL, SegmentColumns.CHANNEL);
    text(file, projection, Column.ID, SegmentColumns.ID);
    text(file, projection, Column.SOURCE, SegmentColumns.SOURCE);
    for (int c = 0; c < file.columns().size(); c++) {
      ParquetColumn column = file.columns().get(c);
      if (SegmentColumns.isProperty(column)
          && projection.properties().test(SegmentColumns.propertyName(column))) {
        texts.add(new TextPart(file.open(c), Column.NAME, property(column)));
      }
    }
  }

  private Property property(ParquetColumn column) {
    PropertyColumn.Kind kind = SegmentColumns.propertyKind(column);
    if (kind == null) {
      throw new DamagedLogException(
          segment.name() + ": the column " + column.name() + " is of a kind that there is not");
    }
    return new Property(SegmentColumns.propertyName(column), kind);
  }

  private void text(ParquetReader file, Projection projection, Column column, String name) {
    if (projection.has(column)) {
      texts.add(new TextPart(required(file, name), column, null));
    }
  }

  private ColumnReader required(ParquetReader file, String column) {
    ColumnReader reader = optional(file, column);
    if (reader == null) {
      throw new DamagedLogException(segment.name() + ": the segment has no column " + column);
    }
    return reader;
  }

  private static @Nullable ColumnReader optional(ParquetReader file, String column) {
    int index = file.indexOf(column);
    return index < 0 ? null : file.open(index);
  }

  @Override
  public boolean next(StoredEvents into) {
    try {
      while (fill(into)) {
        if (dropOld(into)) {
          return true;
        }
      }
      return false;
    } catch (DamagedFileException e) {
      throw new DamagedLogException(e);
    }
  }

  private boolean fill(StoredEvents into) {
    into.clear();
    if (customers != null && hash != null) {
      int sought = seek(hash, customers, into.customerHash());
      if (sought == 0) {
        return false;
      }
    }
    int rows = time.next();
    if (rows == 0) {
      return false;
    }
    if (wantsTime) {
      time.longs(into.time(), EventBatch.UNTIMED);
    }
    if (customers == null) {
      longs(hash, rows, into.customerHash(), 0);
    }
    longs(seq, rows, into.seq(), 0);
    readOrdinals(rows, into);
    if (sequence != null) {
      longs(sequence, rows, into.sequence(), 0);
    } else {
      for (int i = 0; i < rows; i++) {
        into.sequence()[i] = segment.firstSequence() + row + i;
      }
    }
    for (TextPart part : texts) {
      same(part.reader, rows);
      part.reader.texts(
          part.property == null
              ? fixed(into, part.fixed)
              : into.events().property(part.property.name(), part.property.kind()));
    }
    into.events().endAll(rows);
    row += rows;
    return true;
  }

  /// Goes to the next page that has a wanted customer, with the hashes of which read.
  ///
  /// @return its rows; 0 when there is none more
  private int seek(ColumnReader hashes, LongPredicate wanted, long[] into) {
    for (int rows = hashes.next(); rows > 0; rows = hashes.next()) {
      hashes.longs(into, 0);
      for (int i = 0; i < rows; i++) {
        if (wanted.test(into[i])) {
          return rows;
        }
      }
      int passed = rows;
      readers().filter(reader -> !reader.equals(hashes)).forEach(reader -> skip(reader, passed));
      row += rows;
    }
    return 0;
  }

  private void skip(ColumnReader reader, int rows) {
    if (reader.skip() != rows) {
      throw unequal();
    }
  }

  private Stream<ColumnReader> readers() {
    return Stream.concat(
        Stream.of(time, hash, seq, ordinal, sequence).filter(Objects::nonNull),
        texts.stream().map(TextPart::reader));
  }

  private void readOrdinals(int rows, StoredEvents into) {
    long[] ordinals = into.ordinal();
    if (ordinal == null) {
      System.arraycopy(into.seq(), 0, ordinals, 0, rows);
      return;
    }
    longs(ordinal, rows, ordinals, NONE);
    for (int i = 0; i < rows; i++) {
      ordinals[i] = ordinals[i] == NONE ? into.seq()[i] : ordinals[i];
    }
  }

  private static TextColumn fixed(StoredEvents into, Column column) {
    return switch (column) {
      case CUSTOMER -> into.events().customer();
      case NAME -> into.events().name();
      case CHANNEL -> into.events().channel();
      case ID -> into.events().id();
      case SOURCE -> into.source();
      case CUSTOMER_HASH, TIME, SEQ, ORDINAL -> throw new IllegalArgumentException("not a text");
    };
  }

  private void longs(@Nullable ColumnReader reader, int rows, long[] into, long missing) {
    if (reader != null) {
      same(reader, rows);
      reader.longs(into, missing);
    }
  }

  private void same(ColumnReader reader, int rows) {
    if (reader.next() != rows) {
      throw unequal();
    }
  }

  private DamagedLogException unequal() {
    return new DamagedLogException(segment.name() + ": the columns do not have the same rows");
  }

  /// Leaves out events before the sequence number asked for.
  ///
  /// @return whether any is left
  private boolean dropOld(StoredEvents batch) {
    if (segment.firstSequence() >= fromSequence) {
      return true;
    }
    int[] kept = new int[batch.size()];
    int count = 0;
    for (int i = 0; i < batch.size(); i++) {
      if (batch.sequence()[i] >= fromSequence) {
        kept[count++] = i;
      }
    }
    if (count > 0 && count < batch.size()) {
      batch.keep(kept, count);
    }
    return count > 0;
  }

  @Override
  public void close() {
    segment.letGo();
  }
}
