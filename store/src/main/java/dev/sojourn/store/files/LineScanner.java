package dev.sojourn.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts text into lines, in place, over one large buffer. For one thread.
final class LineScanner {

  /// What [#next()] found.
  enum Line {
    /// A line, perhaps empty.
    BYTES,
    /// A line of more than [CsvScanner#MAX_ROW_BYTES]; only its beginning is at hand.
    TOO_LONG,
    /// No line more.
    END
  }

  private static final int FIRST_BUFFER = 1 << 18;

  private final InputStream in;
  private byte[] b = new byte[FIRST_BUFFER];
  private int limit;
  private int from;
  private int to;
  private int next;
  private boolean ended;
  private boolean skipping;
  private boolean endsWithLine;

  LineScanner(InputStream in) {
    this.in = in;
  }

  Line next() throws IOException {
    if (skipping) {
      skip();
    }
    from = next;
    int seen = from;
    while (true) {
      int feed = feed(seen);
      if (feed >= 0) {
        endsWithLine = true;
        next = feed + 1;
        to = feed > from && b[feed - 1] == '\r' ? feed - 1 : feed;
        return whole();
      }
      if (limit - from >= CsvScanner.MAX_ROW_BYTES) {
        skipping = true;
        endsWithLine = false;
        to = limit;
        next = limit;
        return Line.TOO_LONG;
      }
      int scanned = limit - from;
      if (!fill()) {
        to = limit;
        next = limit;
        endsWithLine = false;
        return from == limit ? Line.END : whole();
      }
      seen = from + scanned;
    }
  }

  private Line whole() {
    return to - from > CsvScanner.MAX_ROW_BYTES ? Line.TOO_LONG : Line.BYTES;
  }

  /// The buffer that holds the line; valid until the next one.
  byte[] bytes() {
    return b;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// Whether the line ended with a line feed, not with the input.
  boolean endsWithLine() {
    return endsWithLine;
  }

  /// The line as it stands, at most as much as a rejected row shows.
  String text() {
    int length = Math.min(to - from, RejectedRow.MAX_PAYLOAD * 4);
    return new String(b, from, length, StandardCharsets.UTF_8);
  }

  private int feed(int at) {
    for (int i = at; i < limit; i++) {
      if (b[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void skip() throws IOException {
    skipping = false;
    int feed = -1;
    while (feed < 0) {
      from = limit;
      if (!fill()) {
        next = limit;
        return;
      }
      feed = feed(from);
    }
    next = feed + 1;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(b, from, b, 0, limit - from);
    limit -= from;
    from = 0;
    if (limit > b.length / 2) {
      b = Arrays.copyOf(b, b.length * 2);
    }
    int n = in.read(b, limit, b.length - limit);
    ended = n < 0;
    limit += Math.max(n, 0);
    return true;
  }
}
