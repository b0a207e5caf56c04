package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.files.bytes.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a delimited text is laid out, judged by its first bytes.
///
/// @param delimiter one of `, ; tab |`
/// @param returnEndsLine whether lines end with a carriage return alone
/// @param columns the header
/// @param sample the first rows
record CsvLayout(char delimiter, boolean returnEndsLine, ColumnNames columns, Sample sample) {

  /// How much of the file is looked at.
  static final int HEAD = 1 << 18;

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SHOWN = 80;

  /// What one delimiter makes of the first rows.
  private record Trial(char delimiter, List<String> header, List<@Nullable String[]> rows) {

    /// Rows with as many cells as the header.
    long regular() {
      return rows.stream().filter(row -> row.length == header.size()).count();
    }

    boolean betterThan(Trial other) {
      boolean mine = regular() * 10 >= rows.size() * 9L;
      boolean others = other.regular() * 10 >= other.rows.size() * 9L;
      return mine == others ? header.size() > other.header.size() : mine;
    }
  }

  /// @param head the first bytes of the file, as UTF-8
  /// @param whole whether they are all
  /// @throws RefusedException when this is not delimited text with a header
  static CsvLayout of(byte[] head, boolean whole) throws IOException {
    if (new String(head, StandardCharsets.UTF_8).isBlank()) {
      throw new RefusedException("", "the file is empty; it needs a header row and rows of events");
    }
    boolean returnEndsLine = returnComesFirst(head);
    Trial best = trial(head, whole, DELIMITERS[0], returnEndsLine);
    for (int d = 1; d < DELIMITERS.length; d++) {
      Trial next = trial(head, whole, DELIMITERS[d], returnEndsLine);
      if ((best.header.size() < 2 && next.header.size() > best.header.size())
          || (next.header.size() > 1 && next.betterThan(best))) {
        best = next;
      }
    }
    if (best.header.isEmpty()) {
      throw new RefusedException(
          "", "the first row is not a header: its quotes do not match or it has no end");
    }
    if (best.header.size() < 2) {
      throw new RefusedException(
          "",
          "the first row has one column, '"
              + shown(best.header.getFirst())
              + "'; columns must be divided by a comma, semicolon, tab or |");
    }
    ColumnNames columns = ColumnNames.of(best.header);
    return new CsvLayout(
        best.delimiter, returnEndsLine, columns, new Sample(columns.names(), best.rows));
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static boolean returnComesFirst(byte[] head) {
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        return false;
      }
      if (head[i] == '\r') {
        return i + 1 < head.length && head[i + 1] != '\n';
      }
    }
    return false;
  }

  private static Trial trial(byte[] head, boolean whole, char delimiter, boolean returnEndsLine)
      throws IOException {
    CsvScanner scanner =
        new CsvScanner(new ByteArrayInputStream(head), delimiter, returnEndsLine, head.length);
    CsvScanner.Row first = scanner.next();
    while (first == CsvScanner.Row.CELLS && isBlank(scanner)) {
      first = scanner.next();
    }
    if (first != CsvScanner.Row.CELLS || !(whole || scanner.endsWithLine())) {
      // Quoted cells next to another delimiter look broken.
      return new Trial(delimiter, List.of(), List.of());
    }
    refuseOddHeader(scanner);
    List<String> header = List.of(cells(scanner));
    List<@Nullable String[]> rows = new ArrayList<>();
    CsvScanner.Row row = scanner.next();
    while (row != CsvScanner.Row.END && rows.size() < Sample.ROWS) {
      // The last row of a part of a file may be half of one.
      boolean complete = whole || scanner.endsWithLine();
      if (row == CsvScanner.Row.CELLS && complete && !isBlank(scanner)) {
        rows.add(cells(scanner));
      }
      row = scanner.next();
    }
    return new Trial(delimiter, header, rows);
  }

  private static void refuseOddHeader(CsvScanner scanner) {
    if (!scanner.isOdd()) {
      return;
    }
    for (int i = scanner.rowStart(); i < scanner.rowEnd(); i++) {
      if (scanner.bytes()[i] == 0) {
        throw new RefusedException(
            "",
            "the file is not text: its first row has NUL bytes; known formats are CSV, JSON"
                + " Lines, Parquet and XES");
      }
    }
    if (Utf8.firstInvalid(scanner.bytes(), scanner.rowStart(), scanner.rowEnd()) >= 0) {
      throw new RefusedException(
          "--encoding",
          "the header is not in the encoding that was assumed; say which it is, such as"
              + " --encoding windows-1252");
    }
  }

  /// Whether the row is an empty line.
  static boolean isBlank(CsvScanner scanner) {
    return scanner.cells() == 1 && scanner.rowStart() == scanner.rowEnd();
  }

  private static String[] cells(CsvScanner scanner) {
    String[] cells = new String[scanner.cells()];
    for (int i = 0; i < cells.length; i++) {
      int to = scanner.to(i);
      cells[i] =
          new String(
              scanner.bytes(), scanner.from(i), to - scanner.from(i), StandardCharsets.UTF_8);
    }
    return cells;
  }
}
