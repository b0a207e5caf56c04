package dev.sojourn.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts delimited text into rows and cells (RFC 4180), in place, over one large buffer.
///
/// A cell that begins with a quote ends at the next quote that is not doubled, line breaks within
/// included; a quote elsewhere is an ordinary character. A quote that is never closed, or is
/// followed by anything but a delimiter, spoils the line it stands in: scanning resumes at the next
/// line, so that one stray quote cannot swallow the rows after it. For one thread.
final class CsvScanner {

  /// What [#next()] found.
  enum Row {
    /// A row; its cells can be read.
    CELLS,
    /// A line whose quotes do not match.
    BROKEN_QUOTES,
    /// A row of more than [#MAX_ROW_BYTES].
    TOO_LONG,
    /// No row more.
    END
  }

  /// A longer row is rejected.
  static final int MAX_ROW_BYTES = 16 << 20;

  private static final int FIRST_BUFFER = 1 << 20;
  private static final int MORE = -1;
  private static final int BROKEN = -2;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;
  private static final long FEEDS = ONES * '\n';
  private static final long RETURNS = ONES * '\r';

  // Behind what is there: a line feed that stops each search, and room for its last step.
  private static final int PAD = 16;

  private final InputStream in;
  private final byte delimiter;
  private final long delimiters;
  private final boolean returnEndsLine;

  private byte[] b;
  private int limit;
  private boolean ended;

  private int row;
  private int rowEnd;
  private int nextRow;
  private int cells;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean odd;
  private boolean anyDoubled;
  private boolean[] doubled = new boolean[64];
  private byte[] raw = new byte[0];
  private int rawLength;
  private boolean rawKept;
  private boolean endsWithLine;
  private long passed;
  private boolean skipping;

  /// @param in UTF-8
  /// @param returnEndsLine whether a carriage return alone ends a line
  CsvScanner(InputStream in, char delimiter, boolean returnEndsLine) {
    this(in, delimiter, returnEndsLine, FIRST_BUFFER);
  }

  /// @param buffer bytes to begin with
  CsvScanner(InputStream in, char delimiter, boolean returnEndsLine, int buffer) {
    this.in = in;
    this.delimiter = (byte) delimiter;
    this.delimiters = ONES * delimiter;
    this.returnEndsLine = returnEndsLine;
    this.b = new byte[buffer + PAD];
    b[0] = '\n';
  }

  /// Goes on to the next row.
  Row next() throws IOException {
    passed += nextRow - row;
    row = nextRow;
    rawKept = false;
    if (skipping) {
      skipLine();
    }
    int found = scan();
    while (found == MORE) {
      if (limit - row >= MAX_ROW_BYTES) {
        return resume(Row.TOO_LONG);
      }
      if (!fill()) {
        return last();
      }
      found = scan();
    }
    return found == BROKEN ? resume(Row.BROKEN_QUOTES) : whole();
  }

  /// Cells of the row.
  int cells() {
    return cells;
  }

  /// The buffer that [#from(int)] and [#to(int)] point into; valid until the next row.
  byte[] bytes() {
    return b;
  }

  int from(int cell) {
    return from[cell];
  }

  /// Where a cell ends; doubled quotes in it are made single when this is first asked.
  int to(int cell) {
    if (anyDoubled && doubled[cell]) {
      undouble(cell);
    }
    return to[cell];
  }

  /// Whether the row has a byte that is not ASCII, or a NUL.
  boolean isOdd() {
    return odd;
  }

  /// Whether the row ended with a line break, not with the input.
  boolean endsWithLine() {
    return endsWithLine;
  }

  /// Where the row begins in [#bytes()].
  int rowStart() {
    return row;
  }

  /// Where the row ends in [#bytes()], line break not counted.
  int rowEnd() {
    return rowEnd;
  }

  /// Bytes of the rows before this one and of this one.
  long bytesPassed() {
    return passed + nextRow - row;
  }

  /// The row as it stands, at most as much as a rejected row shows.
  String text() {
    byte[] from = rawKept ? raw : b;
    int start = rawKept ? 0 : row;
    int length = Math.min(rawKept ? rawLength : rowEnd - row, RejectedRow.MAX_PAYLOAD * 4);
    return new String(from, start, length, StandardCharsets.UTF_8);
  }

  private int scan() {
    byte[] bytes = b;
    int i = row;
    int n = 0;
    odd = false;
    anyDoubled = false;
    while (true) {
      if (n == from.length) {
        grow();
      }
      from[n] = i;
      boolean quoted = bytes[i] == '"';
      if (quoted) {
        i = quoted(n, i + 1);
        if (i < 0) {
          return i;
        }
        from[n]++;
        to[n] = i - 1;
        if (bytes[i] != delimiter && bytes[i] != '\n' && !(bytes[i] == '\r' && endsLine(i))) {
          return BROKEN;
        }
      } else {
        i = plain(bytes, i);
        to[n] = i;
      }
      n++;
      if (bytes[i] != delimiter) {
        // Where the input stops a line feed stands; it, and a return before it, may be half of
        // more.
        boolean open = i >= limit || (bytes[i] == '\r' && i + 1 == limit && !ended);
        return open ? MORE : endRow(n, i);
      }
      i++;
    }
  }

  private boolean endsLine(int atReturn) {
    return returnEndsLine || b[atReturn + 1] == '\n';
  }

  /// From within an unquoted cell to the delimiter or line break that ends it.
  private int plain(byte[] bytes, int at) {
    int i = search(bytes, at, HIGHS);
    while (bytes[i] != delimiter && bytes[i] != '\n') {
      if (bytes[i] == '\r') {
        if (endsLine(i)) {
          return i;
        }
      } else {
        odd = true;
      }
      i = search(bytes, i + 1, odd ? 0 : HIGHS);
    }
    return i;
  }

  /// The next delimiter, line feed, return, NUL or, where asked for, byte that is not ASCII; eight
  /// bytes a step. Of each test the lowest bit that is set is exact, and only that is used.
  ///
  /// @param high the high bits, or 0 to pass over bytes that are not ASCII
  private int search(byte[] bytes, int at, long high) {
    int i = at;
    while (true) {
      long x = (long) EIGHT.get(bytes, i);
      long d = x ^ delimiters;
      long f = x ^ FEEDS;
      long r = x ^ RETURNS;
      long hit =
          ((((d - ONES) & ~d) | ((f - ONES) & ~f) | ((r - ONES) & ~r) | ((x - ONES) & ~x)) & HIGHS)
              | (x & high);
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
      i += Long.BYTES;
    }
  }

  private int endRow(int n, int at) {
    cells = n;
    rowEnd = at;
    endsWithLine = true;
    nextRow = at + (b[at] == '\r' && at + 1 < limit && b[at + 1] == '\n' ? 2 : 1);
    return 0;
  }

  /// From after an opening quote to after its closing one.
  private int quoted(int cell, int at) {
    int i = at;
    while (true) {
      while (i < limit && b[i] > 0 && b[i] != '"') {
        i++;
      }
      if (i >= limit) {
        return MORE;
      }
      if (b[i] != '"') {
        odd = true;
        i++;
      } else if (i + 1 >= limit && !ended) {
        return MORE;
      } else if (i + 1 < limit && b[i + 1] == '"') {
        if (!anyDoubled) {
          Arrays.fill(doubled, false);
          anyDoubled = true;
        }
        doubled[cell] = true;
        i += 2;
      } else {
        return i + 1;
      }
    }
  }

  private void grow() {
    from = Arrays.copyOf(from, from.length * 2);
    to = Arrays.copyOf(to, to.length * 2);
    doubled = Arrays.copyOf(doubled, doubled.length * 2);
  }

  private void undouble(int cell) {
    if (!rawKept) {
      rawLength = Math.min(rowEnd - row, RejectedRow.MAX_PAYLOAD * 4);
      if (raw.length < rawLength) {
        raw = new byte[rawLength];
      }
      System.arraycopy(b, row, raw, 0, rawLength);
      rawKept = true;
    }
    int put = from[cell];
    for (int i = from[cell]; i < to[cell]; i++) {
      b[put++] = b[i];
      if (b[i] == '"') {
        i++;
      }
    }
    to[cell] = put;
    doubled[cell] = false;
  }

  /// The input has ended within a row.
  private Row last() {
    if (row == limit) {
      nextRow = row;
      return Row.END;
    }
    // The line feed that stands after the last byte ends the row.
    limit++;
    int found = scan();
    limit--;
    if (found < 0) {
      return resume(Row.BROKEN_QUOTES);
    }
    rowEnd = Math.min(rowEnd, limit);
    nextRow = Math.min(nextRow, limit);
    endsWithLine = false;
    return whole();
  }

  private Row whole() {
    return rowEnd - row > MAX_ROW_BYTES ? Row.TOO_LONG : Row.CELLS;
  }

  /// Gives up a row and goes to the line after its first one.
  private Row resume(Row why) {
    cells = 0;
    int i = row;
    while (i < limit && b[i] != '\n' && !(returnEndsLine && b[i] == '\r')) {
      i++;
    }
    rowEnd = i;
    endsWithLine = i < limit;
    nextRow = Math.min(i + 1, limit);
    skipping = why == Row.TOO_LONG && !endsWithLine;
    return why;
  }

  /// Passes over the rest of a line that does not fit.
  private void skipLine() throws IOException {
    skipping = false;
    while (true) {
      int i = row;
      while (i < limit && b[i] != '\n' && !(returnEndsLine && b[i] == '\r')) {
        i++;
      }
      passed += Math.min(i + 1, limit) - row;
      row = Math.min(i + 1, limit);
      nextRow = row;
      if (i < limit || !fill()) {
        return;
      }
    }
  }

  /// Takes more input behind the row at hand; false when there is none.
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (row > 0) {
      System.arraycopy(b, row, b, 0, limit - row);
      limit -= row;
      row = 0;
      nextRow = 0;
    }
    if (limit > b.length / 2) {
      b = Arrays.copyOf(b, b.length * 2);
    }
    int n = in.read(b, limit, b.length - PAD - limit);
    ended = n < 0;
    limit += Math.max(n, 0);
    b[limit] = '\n';
    b[limit + 1] = '\n';
    return true;
  }
}
