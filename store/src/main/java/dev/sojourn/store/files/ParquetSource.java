package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn.Kind;
import dev.sojourn.store.files.bytes.UnpackedInput;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events in Parquet, read through DuckDB: one row, one event. Every value comes as text, so that
/// roles, times and properties follow the same rules as in the other formats.
final class ParquetSource implements EventSource {

  private final ParquetTable table;
  private final @Nullable Path unpacked;
  private final FileFacts facts;
  private final EventRows rows;
  private final RowProperties properties;
  private final RowCells cells = new RowCells();
  private final RowText rowText = this::rowText;
  private final Roles roles;
  private final List<String> names;
  private final @Nullable String[] row;
  private final boolean ours;
  private boolean cutShort;

  private ParquetSource(
      ParquetTable table,
      @Nullable Path unpacked,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws SQLException {
    this.table = table;
    this.unpacked = unpacked;
    ColumnNames columns = ColumnNames.of(table.names());
    names = columns.names();
    row = new @Nullable String[names.size()];
    Sample sample = new Sample(names, table.first(Sample.ROWS));
    roles = RoleDecision.decide(options, sample, columns.repeated(), look);
    String order = roles.column(Role.ORDER);
    OrderNumbers orders = OrderNumbers.of(order == null ? List.of() : sample.values(order));
    rows = new EventRows(options, roles, orders, now, sink);
    properties = new RowProperties(options.properties());
    ours = ExportColumns.headThis(names);
    facts =
        new FileFacts(
            FileFormat.PARQUET,
            unpacked != null,
            roles.labelled(),
            options.timeZone(),
            names,
            columns.notes());
    table.start();
  }

  static ParquetSource open(
      Path file,
      Path scratch,
      UnpackedInput input,
      Utf8Input bytes,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    Path unpacked = input.isGzip() ? unpack(bytes, scratch) : null;
    ParquetTable table = null;
    try {
      table = ParquetTable.open(unpacked == null ? file : unpacked);
      return new ParquetSource(table, unpacked, options, now, sink, look);
    } catch (SQLException broken) {
      release(table, unpacked);
      throw new RefusedException(
          "", "the file begins like Parquet but cannot be read as such; it may be cut or damaged");
    } catch (RuntimeException refused) {
      release(table, unpacked);
      throw refused;
    }
  }

  /// Parquet is read from its end, so a packed one needs a file of its own.
  private static Path unpack(Utf8Input bytes, Path scratch) throws IOException {
    Files.createDirectories(scratch);
    Path file = Files.createTempFile(scratch, "unpacked-", ".parquet");
    try {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static void release(@Nullable ParquetTable table, @Nullable Path unpacked)
      throws IOException {
    if (table != null) {
      table.close();
    }
    if (unpacked != null) {
      Files.deleteIfExists(unpacked);
    }
  }

  @Override
  public FileFacts facts() {
    return facts;
  }

  @Override
  public EventRows rows() {
    return rows;
  }

  @Override
  public boolean fill(EventBatch batch) throws IOException {
    long characters = 0;
    while (batch.size() < EventSource.batchRows(names.size()) && characters < BATCH_BYTES) {
      try {
        if (!table.next(row)) {
          return false;
        }
      } catch (SQLException damaged) {
        cutShort = true;
        return false;
      }
      rows.begin();
      characters += take();
      if (rows.admit(cells, rowText)) {
        properties.addTo(batch);
        rows.store(cells, batch);
      }
    }
    return true;
  }

  private long take() {
    cells.clear();
    properties.clear();
    long characters = 0;
    for (int c = 0; c < row.length; c++) {
      String value = row[c];
      if (value == null) {
        continue;
      }
      characters += value.length();
      String name = names.get(c);
      for (Role role : Role.values()) {
        if (name.equals(roles.column(role))) {
          cells.put(role, value.getBytes(StandardCharsets.UTF_8));
        }
      }
      if (!roles.isPlayedBy(name) || properties.names(name)) {
        put(name, table.kind(c), value);
      }
    }
    return characters;
  }

  private void put(String name, Kind kind, String value) {
    // Not-a-number and infinity are no JSON numbers.
    Kind fitting = kind == Kind.NUMBER && !JsonNumbers.isOne(value) ? Kind.TEXT : kind;
    properties.put(ours ? ExportColumns.property(name) : name, fitting, value);
  }

  private String rowText() {
    List<String> parts = new ArrayList<>();
    for (int c = 0; c < row.length; c++) {
      parts.add(names.get(c) + "=" + row[c]);
    }
    return String.join(", ", parts);
  }

  @Override
  public boolean cutShort() {
    return cutShort;
  }

  @Override
  public void close() throws IOException {
    release(table, unpacked);
  }
}
