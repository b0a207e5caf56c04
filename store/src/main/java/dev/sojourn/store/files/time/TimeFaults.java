package dev.sojourn.store.files.time;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Says why a text is not a time.
final class TimeFaults {

  private static final int SHOWN = 60;
  private static final Pattern DAY_OR_MONTH_FIRST =
      Pattern.compile("'\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}\\D.*");
  private static final Pattern DIGITS = Pattern.compile("'\\d{8}(\\d{6})?'");
  private static final Pattern YEAR_FIRST = Pattern.compile("'\\d{4}[-/].*");

  private TimeFaults() {}

  static String quoted(byte[] b, int from, int to) {
    int end = Math.min(to, from + SHOWN);
    String text = new String(b, from, end - from, StandardCharsets.UTF_8);
    return "'" + text + (end < to ? "…" : "") + "'";
  }

  static String reason(String quoted) {
    if (DAY_OR_MONTH_FIRST.matcher(quoted).matches()) {
      return quoted
          + " may begin with the day or with the month; say which with --time-format, such as"
          + " 'dd/MM/yyyy HH:mm'";
    }
    if (DIGITS.matcher(quoted).matches()) {
      return quoted
          + " may be a date without separators or a number since the epoch; say which with"
          + " --time-format, such as 'yyyyMMdd' or 'epoch-seconds'";
    }
    if (YEAR_FIRST.matcher(quoted).matches()) {
      return quoted + " is not a time: a part is missing, too large or not a number; mend the row";
    }
    return quoted
        + " is not a time; known are 2024-01-31 with or without a time and an offset, and numbers"
        + " since the epoch; for other forms give --time-format";
  }
}
