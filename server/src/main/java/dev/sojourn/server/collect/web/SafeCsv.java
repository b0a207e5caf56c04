package dev.sojourn.server.collect.web;

import java.io.IOException;
import java.io.Writer;

/// Delimited text in which no cell is a formula to a spreadsheet.
final class SafeCsv {

  private static final String FORMULA = "=+-@\t\r";

  private SafeCsv() {}

  static void line(Writer out, String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      String cell = cells[i];
      boolean harmful = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
      out.write('"');
      out.write((harmful ? "'" + cell : cell).replace("\"", "\"\""));
      out.write('"');
    }
    out.write("\r\n");
  }
}
