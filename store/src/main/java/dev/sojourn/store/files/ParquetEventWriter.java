package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.parquet.ParquetColumn;
import dev.sojourn.store.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Writes events as Parquet, with the columns of every export. Properties are texts, whatever their
/// kind.
final class ParquetEventWriter implements EventFileWriter {

  private final List<String> properties;
  private final FileChannel channel;
  private final ParquetWriter writer;
  private final int[] rows = IntStream.range(0, EventBatch.CAPACITY).toArray();
  private final long[] time = new long[EventBatch.CAPACITY];
  private final long[] order = new long[EventBatch.CAPACITY];

  ParquetEventWriter(Path file, List<String> properties) throws IOException {
    this.properties = List.copyOf(properties);
    List<ParquetColumn> columns = new ArrayList<>();
    for (String name : ExportColumns.names()) {
      columns.add(ParquetColumn.optional(name, type(name)));
    }
    for (String property : properties) {
      columns.add(
          ParquetColumn.optional(ExportColumns.ofProperty(property), ParquetColumn.Type.TEXT));
    }
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    writer = new ParquetWriter(channel, columns, ParquetWriter.ROW_GROUP_ROWS, Map.of());
  }

  private static ParquetColumn.Type type(String column) {
    if (column.equals(ExportColumns.of(Role.TIME))) {
      return ParquetColumn.Type.TIME;
    }
    return column.equals(ExportColumns.of(Role.ORDER))
        ? ParquetColumn.Type.NUMBER
        : ParquetColumn.Type.TEXT;
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    int size = batch.size();
    for (int i = 0; i < size; i++) {
      time[i] = batch.time(i);
      order[i] = batch.seq(i);
    }
    try {
      writer.addTexts(place(Role.CUSTOMER), batch.customer(), rows, size);
      writer.addTexts(place(Role.EVENT), batch.name(), rows, size);
      writer.addLongs(place(Role.TIME), time, size, EventBatch.UNTIMED);
      writer.addLongs(place(Role.ORDER), order, size);
      writer.addTexts(place(Role.EVENT_ID), batch.id(), rows, size);
      writer.addTexts(place(Role.CHANNEL), batch.channel(), rows, size);
      for (int p = 0; p < properties.size(); p++) {
        writer.addTexts(
            ExportColumns.names().size() + p, values(batch, properties.get(p)), rows, size);
      }
      writer.endRows(size);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int place(Role role) {
    return ExportColumns.names().indexOf(ExportColumns.of(role));
  }

  /// The values of a property in one column, though it has one for each kind of value.
  private static TextColumn values(EventBatch batch, String property) {
    List<TextColumn> kinds =
        batch.properties().stream()
            .filter(p -> p.name().equals(property))
            .map(PropertyColumn::values)
            .toList();
    TextColumn values = new TextColumn(true);
    for (int i = 0; i < batch.size(); i++) {
      boolean found = false;
      for (TextColumn kind : kinds) {
        if (!kind.isMissing(i)) {
          int entry = kind.entry(i);
          values.add(kind.bytes(), kind.offset(entry), kind.length(entry));
          found = true;
          break;
        }
      }
      if (!found) {
        values.addMissing();
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    try (channel;
        writer) {
      writer.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
