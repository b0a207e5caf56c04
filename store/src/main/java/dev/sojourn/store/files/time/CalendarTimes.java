package dev.sojourn.store.files.time;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates and times written year first.
final class CalendarTimes {

  private static final long SECONDS_A_DAY = 86_400;
  private static final long MICROS = 1_000_000;
  private static final int MAX_OFFSET_MINUTES = 18 * 60;

  private final LocalOffsets offsets;
  private boolean zoneAssumed;

  // The day is looked up once for each run of rows of the same date.
  private int lastDate = -1;
  private long lastDay;

  // Where the part being read begins; -1 once a part was not as it must be.
  private int at;

  CalendarTimes(LocalOffsets offsets) {
    this.offsets = offsets;
  }

  boolean zoneAssumed() {
    return zoneAssumed;
  }

  /// As [TimeReader#micros(byte[], int, int)]; there are at least eight bytes and the fifth
  /// separates.
  long micros(byte[] b, int from, int to) {
    long day = day(b, from, to);
    if (at < 0) {
      return TimeReader.NOT_A_TIME;
    }
    long seconds = day * SECONDS_A_DAY;
    long fraction = 0;
    if (at < to && (b[at] == 'T' || b[at] == ' ' || b[at] == 't')) {
      at++;
      seconds += secondsOfDay(b, to);
      if (at < 0) {
        return TimeReader.NOT_A_TIME;
      }
      fraction = fraction(b, to);
    }
    if (at == to) {
      zoneAssumed = true;
      return offsets.moment(seconds) * MICROS + fraction;
    }
    int offset = offsetSeconds(b, to);
    return at < 0 ? TimeReader.NOT_A_TIME : (seconds - offset) * MICROS + fraction;
  }

  private long day(byte[] b, int from, int to) {
    byte separator = b[from + 4];
    at = from;
    int year = pair(b, to) * 100 + pair(b, to);
    at = at < 0 ? at : at + 1;
    int month = number(b, to);
    if (at < 0 || at >= to || b[at] != separator) {
      at = -1;
      return 0;
    }
    at++;
    int dayOfMonth = number(b, to);
    if (at < 0) {
      return 0;
    }
    int date = (year * 100 + month) * 100 + dayOfMonth;
    if (date != lastDate) {
      try {
        lastDay = LocalDate.of(year, month, dayOfMonth).toEpochDay();
      } catch (DateTimeException noSuchDay) {
        at = -1;
        return 0;
      }
      lastDate = date;
    }
    return lastDay;
  }

  private long secondsOfDay(byte[] b, int to) {
    int hour = number(b, to);
    if (at < 0 || at >= to || b[at] != ':') {
      at = -1;
      return 0;
    }
    at++;
    int minute = pair(b, to);
    int second = 0;
    if (at >= 0 && at < to && b[at] == ':') {
      at++;
      second = pair(b, to);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      at = -1;
    }
    return (hour * 60L + minute) * 60 + second;
  }

  /// Microseconds after the decimal mark, if there is one.
  private long fraction(byte[] b, int to) {
    if (at >= to || (b[at] != '.' && b[at] != ',')) {
      return 0;
    }
    at++;
    long micros = 0;
    long unit = MICROS / 10;
    while (at < to && b[at] >= '0' && b[at] <= '9') {
      micros += (b[at] - '0') * unit;
      unit /= 10;
      at++;
    }
    return micros;
  }

  /// `Z`, `UTC`, `GMT`, `+hh`, `+hhmm` or `+hh:mm`, after at most one space, up to the end.
  private int offsetSeconds(byte[] b, int to) {
    if (b[at] == ' ') {
      at++;
    }
    int left = to - at;
    if (left == 1 && (b[at] == 'Z' || b[at] == 'z')) {
      return 0;
    }
    if (left == 3 && (is(b, "UTC") || is(b, "GMT"))) {
      return 0;
    }
    if (left < 3 || (b[at] != '+' && b[at] != '-')) {
      at = -1;
      return 0;
    }
    int sign = b[at] == '-' ? -1 : 1;
    at++;
    int minutes = pair(b, to) * 60;
    if (at >= 0 && at < to) {
      at += b[at] == ':' ? 1 : 0;
      minutes += pair(b, to);
    }
    if (at != to || minutes > MAX_OFFSET_MINUTES) {
      at = -1;
    }
    return sign * minutes * 60;
  }

  private boolean is(byte[] b, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (b[at + i] != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Two digits.
  private int pair(byte[] b, int to) {
    if (at < 0 || at + 2 > to) {
      at = -1;
      return 0;
    }
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    if ((tens | ones) < 0 || tens > 9 || ones > 9) {
      at = -1;
      return 0;
    }
    at += 2;
    return tens * 10 + ones;
  }

  /// One or two digits.
  private int number(byte[] b, int to) {
    if (at < 0 || at >= to) {
      at = -1;
      return 0;
    }
    int first = b[at] - '0';
    if (first < 0 || first > 9) {
      at = -1;
      return 0;
    }
    at++;
    if (at < to && b[at] >= '0' && b[at] <= '9') {
      return first * 10 + (b[at++] - '0');
    }
    return first;
  }
}
