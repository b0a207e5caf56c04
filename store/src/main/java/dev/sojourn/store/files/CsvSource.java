package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.files.bytes.UnpackedInput;
import dev.sojourn.store.files.bytes.Utf8;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Events in delimited text: one row, one event.
final class CsvSource implements EventSource {

  // Each costs a column of every batch.
  private static final int MAX_PROPERTIES = 4_096;

  private final UnpackedInput input;
  private final Utf8Input text;
  private final CsvScanner scanner;
  private final FileFacts facts;
  private final EventRows rows;
  private final RowCells cells = new RowCells();
  private final RowText rowText;
  private final int width;

  // The cell of each role, -1 where no column plays it.
  private final int[] roleCell = new int[Role.values().length];
  private final int[] propertyCell;
  private final String[] propertyName;
  private final TextColumn[] propertyValues;
  private @Nullable EventBatch known;

  private CsvSource(
      UnpackedInput input,
      Utf8Input text,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    this.input = input;
    this.text = text;
    byte[] head = text.peek(CsvLayout.HEAD);
    if (head.length == 0 && input.truncated()) {
      throw new RefusedException(
          "", "the gzip is cut off before its first row; fetch or pack the file again");
    }
    CsvLayout layout = CsvLayout.of(head, head.length < CsvLayout.HEAD);
    look.delimiter = layout.delimiter();
    List<String> names = layout.columns().names();
    Roles roles = RoleDecision.decide(options, layout.sample(), layout.columns().repeated(), look);
    String order = roles.column(Role.ORDER);
    OrderNumbers orders =
        OrderNumbers.of(order == null ? List.of() : layout.sample().values(order));
    rows = new EventRows(options, roles, orders, now, sink);
    scanner = new CsvScanner(text, layout.delimiter(), layout.returnEndsLine());
    rowText = scanner::text;
    width = names.size();
    for (Role role : Role.values()) {
      String column = roles.column(role);
      roleCell[role.ordinal()] = column == null ? -1 : names.indexOf(column);
    }
    propertyCell = propertyCells(options.properties(), names, roles);
    refuseTooMany(propertyCell.length);
    boolean ours = ExportColumns.headThis(names);
    propertyName = new String[propertyCell.length];
    for (int p = 0; p < propertyCell.length; p++) {
      String column = names.get(propertyCell[p]);
      propertyName[p] = ours ? ExportColumns.property(column) : column;
    }
    propertyValues = new TextColumn[propertyCell.length];
    facts =
        new FileFacts(
            FileFormat.CSV,
            input.isGzip(),
            roles.labelled(),
            options.timeZone(),
            names,
            layout.columns().notes());
    skipHeader();
  }

  static CsvSource open(
      UnpackedInput input,
      Utf8Input text,
      ImportOptions options,
      Instant now,
      RejectedRows sink,
      FileLook look)
      throws IOException {
    return new CsvSource(input, text, options, now, sink, look);
  }

  private static int[] propertyCells(PropertyChoice choice, List<String> names, Roles roles) {
    return switch (choice) {
      case PropertyChoice.None() -> new int[0];
      case PropertyChoice.Named(List<String> chosen) ->
          chosen.stream().distinct().mapToInt(names::indexOf).toArray();
      case PropertyChoice.All() ->
          IntStream.range(0, names.size()).filter(i -> !roles.isPlayedBy(names.get(i))).toArray();
    };
  }

  private static void refuseTooMany(int properties) {
    if (properties > MAX_PROPERTIES) {
      throw new RefusedException(
          "--properties",
          "the file has "
              + properties
              + " columns without a role and at most 4,096 can become properties; name those that"
              + " matter, or give --no-properties");
    }
  }

  private void skipHeader() throws IOException {
    scanner.next();
    while (CsvLayout.isBlank(scanner)) {
      scanner.next();
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
    resolve(batch);
    int most = EventSource.batchRows(propertyCell.length);
    long stop = scanner.bytesPassed() + BATCH_BYTES;
    while (batch.size() < most && scanner.bytesPassed() < stop) {
      CsvScanner.Row row = scanner.next();
      if (row == CsvScanner.Row.END || (!scanner.endsWithLine() && input.truncated())) {
        return false;
      }
      if (row == CsvScanner.Row.CELLS) {
        if (!CsvLayout.isBlank(scanner)) {
          take(batch);
        }
      } else {
        rows.begin();
        rows.reject("", broken(row), rowText);
      }
    }
    return true;
  }

  private void resolve(EventBatch batch) {
    if (known != batch) {
      for (int p = 0; p < propertyName.length; p++) {
        propertyValues[p] = batch.property(propertyName[p], PropertyColumn.Kind.TEXT);
      }
      known = batch;
    }
  }

  private static String broken(CsvScanner.Row row) {
    return row == CsvScanner.Row.TOO_LONG
        ? "the row is longer than 16 MiB; shorten its cells"
        : "a quote in the row is not closed, or text follows it; double quotes within a cell and"
            + " close each cell that begins with one";
  }

  private void take(EventBatch batch) throws IOException {
    rows.begin();
    if (scanner.isOdd() && refuseOdd()) {
      return;
    }
    if (scanner.cells() != width && !isPadded()) {
      rows.reject(
          "",
          "the row has "
              + scanner.cells()
              + " cells where the header has "
              + width
              + "; quote cells that hold the delimiter, and fill in those that are missing",
          rowText);
      return;
    }
    for (int role = 0; role < roleCell.length; role++) {
      int cell = roleCell[role];
      if (cell >= 0) {
        cells.to[role] = scanner.to(cell);
        cells.from[role] = scanner.from(cell);
      }
    }
    cells.bytes = scanner.bytes();
    if (rows.admit(cells, rowText)) {
      for (int p = 0; p < propertyCell.length; p++) {
        int to = scanner.to(propertyCell[p]);
        int from = scanner.from(propertyCell[p]);
        if (to > from) {
          propertyValues[p].add(scanner.bytes(), from, to - from);
        }
      }
      rows.store(cells, batch);
    }
  }

  /// Whether the row only has empty cells too many, as some programs write.
  private boolean isPadded() {
    for (int i = width; i < scanner.cells(); i++) {
      if (scanner.to(i) > scanner.from(i)) {
        return false;
      }
    }
    return scanner.cells() > width;
  }

  private boolean refuseOdd() throws IOException {
    byte[] b = scanner.bytes();
    OptionalInt nul =
        IntStream.range(scanner.rowStart(), scanner.rowEnd()).filter(i -> b[i] == 0).findFirst();
    if (nul.isPresent()) {
      rows.reject("", "the row has a NUL byte; remove it", rowText);
      return true;
    }
    int invalid = Utf8.firstInvalid(b, scanner.rowStart(), scanner.rowEnd());
    if (invalid >= 0) {
      rows.reject("", RowFaults.encoding(text, b[invalid]), rowText);
    }
    return invalid >= 0;
  }

  @Override
  public boolean cutShort() {
    return false;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
