package dev.sojourn.store.files.time;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Numbers since the epoch, with or without a fraction.
final class EpochTimes {

  private static final int MAX_DIGITS = 18;
  private static final int MAX_TEXT = 64;
  private static final int COMPACT_DATE = 8;
  private static final int COMPACT_TIME = 14;

  // The year 9999 ends before this.
  private static final long MAX_MICROS = 253_402_300_800_000_000L;
  private static final long MIN_MICROS = -62_167_219_200_000_000L;

  private EpochTimes() {}

  static long micros(byte[] b, int from, int to, @Nullable EpochUnit given) {
    int i = from;
    boolean negative = i < to && b[i] == '-';
    if (negative) {
      i++;
    }
    int first = i;
    long v = 0;
    while (i < to && b[i] >= '0' && b[i] <= '9' && i - first <= MAX_DIGITS) {
      v = v * 10 + (b[i++] - '0');
    }
    if (i == first || v < 0) {
      return TimeReader.NOT_A_TIME;
    }
    if (i < to) {
      return decimal(b, from, to, given);
    }
    if (given == null && !negative && looksLikeDate(b, first, to)) {
      return TimeReader.NOT_A_TIME;
    }
    EpochUnit unit = given == null ? EpochUnit.of(v) : given;
    if (v > Long.MAX_VALUE / unit.micros()) {
      return TimeReader.NOT_A_TIME;
    }
    long signed = negative ? -v : v;
    return inRange(Math.floorDiv(signed * unit.micros(), unit.perMicro()));
  }

  private static long inRange(long micros) {
    return micros >= MIN_MICROS && micros < MAX_MICROS ? micros : TimeReader.NOT_A_TIME;
  }

  /// Eight or fourteen digits that make a date of this or a neighbouring century: far more likely
  /// that than a moment of 1970 or of the year 2611.
  private static boolean looksLikeDate(byte[] b, int from, int to) {
    int n = to - from;
    if (n != COMPACT_DATE && n != COMPACT_TIME) {
      return false;
    }
    int century = pair(b, from);
    int month = pair(b, from + 4);
    int day = pair(b, from + 6);
    return century >= 19 && century <= 21 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static int pair(byte[] b, int at) {
    return (b[at] - '0') * 10 + (b[at + 1] - '0');
  }

  private static long decimal(byte[] b, int from, int to, @Nullable EpochUnit given) {
    if (to - from > MAX_TEXT) {
      return TimeReader.NOT_A_TIME;
    }
    for (int i = from; i < to; i++) {
      if ((b[i] < '0' || b[i] > '9') && "+-.eE".indexOf(b[i]) < 0) {
        return TimeReader.NOT_A_TIME;
      }
    }
    BigDecimal v;
    try {
      v = new BigDecimal(new String(b, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException notANumber) {
      return TimeReader.NOT_A_TIME;
    }
    // An exponent of a million would otherwise be written out digit by digit.
    if (v.precision() - (long) v.scale() > MAX_DIGITS + 1 || v.scale() > 2 * MAX_TEXT) {
      return TimeReader.NOT_A_TIME;
    }
    EpochUnit unit = given == null ? EpochUnit.of(v.abs().longValue()) : given;
    BigDecimal micros =
        v.multiply(BigDecimal.valueOf(unit.micros()))
            .divide(BigDecimal.valueOf(unit.perMicro()), MathContext.UNLIMITED)
            .setScale(0, RoundingMode.FLOOR);
    if (micros.precision() > MAX_DIGITS) {
      return TimeReader.NOT_A_TIME;
    }
    return inRange(micros.longValueExact());
  }
}
