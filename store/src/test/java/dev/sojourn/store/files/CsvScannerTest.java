package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CsvScannerTest {

  private static final String[] PIECES = {
    "", "a", "long text without anything special in it", "\u00e9", "x y", "\"", ",", "\n", "\r\n"
  };

  /// Hands out a few bytes at a time, so that rows end everywhere.
  private static InputStream drops(byte[] bytes, SplittableRandom random) {
    return new InputStream() {
      private final InputStream in = new ByteArrayInputStream(bytes);

      @Override
      public int read() {
        throw new UnsupportedOperationException("the scanner reads blocks");
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, Math.min(length, 1 + random.nextInt(7)));
      }
    };
  }

  private static List<List<String>> rows(CsvScanner scanner) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    CsvScanner.Row row = scanner.next();
    while (row != CsvScanner.Row.END) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < scanner.cells(); i++) {
        int to = scanner.to(i);
        int from = scanner.from(i);
        cells.add(new String(scanner.bytes(), from, to - from, StandardCharsets.UTF_8));
      }
      rows.add(row == CsvScanner.Row.CELLS ? cells : List.of(row.name()));
      row = scanner.next();
    }
    return rows;
  }

  private static List<List<String>> rows(String text) throws IOException {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    return rows(new CsvScanner(new ByteArrayInputStream(b), ',', false));
  }

  @Test
  void cutsCellsAsRfc4180Says() throws IOException {
    assertEquals(
        List.of(List.of("a", "b,c", "d\"e"), List.of("f\ng", "", "h")),
        rows("a,\"b,c\",\"d\"\"e\"\r\n\"f\ng\",,h"));
    assertEquals(List.of(List.of("a", "b\"c")), rows("a,b\"c"));
    assertEquals(List.of(List.of("a\rb", "c")), rows("a\rb,c\n"));
    assertEquals(List.of(List.of("a", "")), rows("a,"));
    assertEquals(List.of(List.of("")), rows("\n"));
    assertEquals(List.of(), rows(""));
    assertEquals(List.of(List.of("BROKEN_QUOTES"), List.of("c", "d")), rows("a,\"b\nc,d\n"));
    assertEquals(
        List.of(List.of("a", "b"), List.of("c")),
        rows(
            new CsvScanner(
                new ByteArrayInputStream("a,b\rc".getBytes(StandardCharsets.UTF_8)), ',', true)));
  }

  @Test
  void whatIsQuotedComesBackHoweverItArrives() throws IOException {
    for (int seed = 0; seed < 300 * Integer.getInteger("sojourn.torture", 1); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<String>> expected = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int rows = 1 + random.nextInt(8);
      for (int r = 0; r < rows; r++) {
        List<String> cells = new ArrayList<>();
        int width = 2 + random.nextInt(4);
        for (int c = 0; c < width; c++) {
          StringBuilder cell = new StringBuilder();
          for (int p = random.nextInt(4); p > 0; p--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
          }
          cells.add(cell.toString());
          text.append(c == 0 ? "" : ",").append(quoted(cell.toString(), random));
        }
        expected.add(cells);
        boolean last = r == rows - 1 && random.nextBoolean();
        text.append(last ? "" : random.nextBoolean() ? "\n" : "\r\n");
      }
      byte[] b = text.toString().getBytes(StandardCharsets.UTF_8);
      assertEquals(expected, rows(new CsvScanner(drops(b, random), ',', false)), "seed " + seed);
    }
  }

  private static String quoted(String cell, SplittableRandom random) {
    boolean must = cell.matches("(?s).*[\",\r\n].*");
    return must || random.nextInt(3) == 0 ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
