package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.frame.DurableFolder;
import dev.sojourn.store.parquet.ParquetColumn;
import dev.sojourn.store.parquet.ParquetWriter;
import dev.sojourn.store.parquet.WrittenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a segment under its unfinished name. The disk's refusals come as [UncheckedIOException].
/// For one thread.
final class SegmentWriter implements AutoCloseable {

  private static final int ORDINAL_UNKNOWN = -1;

  private final DurableFolder folder;
  private final String name;
  private final FileChannel channel;
  private final ParquetWriter out;
  private final int sequenceColumn;
  private final Set<String> names = new HashSet<>();
  private final Map<PropertyKey, Integer> properties = new HashMap<>();
  private int ordinalColumn = ORDINAL_UNKNOWN;
  private long[] scratch = new long[0];
  private long rows;
  private long firstSequence = Long.MAX_VALUE;
  private long lastSequence;
  private long lastTime = EventBatch.UNTIMED;

  private record PropertyKey(String name, PropertyColumn.Kind kind) {}

  /// @param withSequences whether rows bring their sequence numbers; they follow one another where
  ///   they do not
  SegmentWriter(DurableFolder folder, String name, int rowGroupRows, boolean withSequences) {
    this.folder = folder;
    this.name = name;
    try {
      channel =
          FileChannel.open(
              folder.unfinished(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out =
        new ParquetWriter(
            channel,
            SegmentColumns.FIXED,
            rowGroupRows,
            Map.of(SegmentColumns.VERSION_NOTE, SegmentColumns.VERSION));
    SegmentColumns.FIXED.forEach(c -> names.add(c.name()));
    sequenceColumn =
        withSequences
            ? addColumn(
                ParquetColumn.required(SegmentColumns.LOG_SEQUENCE, ParquetColumn.Type.NUMBER))
            : -1;
  }

  private int addColumn(ParquetColumn column) {
    names.add(column.name());
    return out.addColumn(column);
  }

  long rows() {
    return rows;
  }

  /// Adds some rows of a batch.
  ///
  /// @param source one row an event of the batch
  /// @param hash the customer hashes of all events of the batch
  /// @param sequence their sequence numbers, or null when they follow one another
  /// @param chosen which rows
  void add(
      EventBatch events,
      TextColumn source,
      long[] hash,
      long @Nullable [] sequence,
      int[] chosen,
      int count) {
    if (count == 0) {
      return;
    }
    if (scratch.length < count) {
      scratch = new long[Math.max(count, EventBatch.CAPACITY)];
    }
    gather(hash, chosen, count);
    out.addLongs(0, scratch, count);
    out.addTexts(1, events.customer(), chosen, count);
    addTimes(events, chosen, count);
    boolean ownOrder = addPositions(events, chosen, count);
    out.addTexts(4, events.name(), chosen, count);
    out.addTexts(5, events.channel(), chosen, count);
    out.addTexts(6, events.id(), chosen, count);
    out.addTexts(7, source, chosen, count);
    if (sequenceColumn >= 0 && sequence != null) {
      gather(sequence, chosen, count);
      for (int i = 0; i < count; i++) {
        firstSequence = Math.min(firstSequence, scratch[i]);
        lastSequence = Math.max(lastSequence, scratch[i]);
      }
      out.addLongs(sequenceColumn, scratch, count);
    }
    if (ownOrder) {
      addOrdinals(events, chosen, count);
    }
    for (PropertyColumn p : events.properties()) {
      addProperty(p, chosen, count);
    }
    out.endRows(count);
    rows += count;
  }

  private void gather(long[] from, int[] chosen, int count) {
    for (int i = 0; i < count; i++) {
      scratch[i] = from[chosen[i]];
    }
  }

  private void addTimes(EventBatch events, int[] chosen, int count) {
    long last = lastTime;
    for (int i = 0; i < count; i++) {
      scratch[i] = events.time(chosen[i]);
      last = Math.max(last, scratch[i]);
    }
    lastTime = last;
    out.addLongs(2, scratch, count, EventBatch.UNTIMED);
  }

  /// @return whether any position is not the ordinal
  private boolean addPositions(EventBatch events, int[] chosen, int count) {
    long different = 0;
    for (int i = 0; i < count; i++) {
      scratch[i] = events.seq(chosen[i]);
      different |= scratch[i] ^ events.ordinal(chosen[i]);
    }
    out.addLongs(3, scratch, count);
    return different != 0;
  }

  private void addOrdinals(EventBatch events, int[] chosen, int count) {
    if (ordinalColumn == ORDINAL_UNKNOWN) {
      ordinalColumn =
          addColumn(ParquetColumn.optional(SegmentColumns.ORDINAL, ParquetColumn.Type.NUMBER));
    }
    for (int i = 0; i < count; i++) {
      scratch[i] = events.ordinal(chosen[i]);
    }
    out.addLongs(ordinalColumn, scratch, count);
  }

  private void addProperty(PropertyColumn p, int[] chosen, int count) {
    Integer column = properties.get(new PropertyKey(p.name(), p.kind()));
    if (column == null) {
      int first = 0;
      while (first < count && p.values().isMissing(chosen[first])) {
        first++;
      }
      if (first == count) {
        return;
      }
      column = addColumn(SegmentColumns.property(p.name(), p.kind(), names::contains));
      properties.put(new PropertyKey(p.name(), p.kind()), column);
    }
    out.addTexts(column, p.values(), chosen, count);
  }

  /// Completes and syncs the file, reads its end back and gives it its name, durably. A segment
  /// without sequence numbers begins at 0 until the log knows its place.
  SegmentEntry finish(int level, int bucketBits, int bucket) throws IOException {
    WrittenFile written = out.finish();
    channel.close();
    SegmentEntry entry =
        new SegmentEntry(
            name,
            rows,
            written.bytes(),
            written.checksum(),
            level,
            bucketBits,
            bucket,
            sequenceColumn < 0 ? 0 : firstSequence,
            sequenceColumn < 0 ? rows - 1 : lastSequence,
            lastTime);
    new SegmentFile(folder.unfinished(name), entry).check();
    folder.finish(name);
    return entry;
  }

  /// Removes an unfinished file.
  void abandon() {
    try {
      close();
      Files.deleteIfExists(folder.unfinished(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    channel.close();
  }

  /// All rows of a batch, for [#add].
  static int[] allRows() {
    int[] rows = new int[EventBatch.CAPACITY];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return rows;
  }
}
