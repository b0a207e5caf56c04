package dev.sojourn.store.files.time;

import dev.sojourn.kernel.spec.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Times in a pattern that the caller gave.
final class PatternTimes {

  private static final long MICROS = 1_000_000;

  private final DateTimeFormatter formatter;
  private final LocalOffsets offsets;
  private boolean zoneAssumed;

  PatternTimes(String pattern, LocalOffsets offsets) {
    this.offsets = offsets;
    try {
      if (pattern.contains("%")) {
        throw new IllegalArgumentException("the notation of another language");
      }
      formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    } catch (IllegalArgumentException bad) {
      throw new RefusedException(
          "--time-format",
          "'"
              + pattern
              + "' is neither a pattern such as 'dd/MM/yyyy HH:mm:ss' nor one of: epoch-seconds,"
              + " epoch-millis, epoch-micros, epoch-nanos");
    }
  }

  boolean zoneAssumed() {
    return zoneAssumed;
  }

  long micros(String text) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(
              text, ZonedDateTime::from, Instant::from, LocalDateTime::from, LocalDate::from);
      return switch (parsed) {
        case ZonedDateTime zoned -> of(zoned.toEpochSecond(), zoned.getNano());
        case Instant moment -> of(moment.getEpochSecond(), moment.getNano());
        case LocalDate date -> clock(date.atStartOfDay());
        default -> clock((LocalDateTime) parsed);
      };
    } catch (DateTimeException | ArithmeticException notInThisPattern) {
      return TimeReader.NOT_A_TIME;
    }
  }

  private long clock(LocalDateTime time) {
    zoneAssumed = true;
    return of(
        offsets.moment(time.toEpochSecond(ZoneOffset.UTC)), time.get(ChronoField.NANO_OF_SECOND));
  }

  private static long of(long seconds, int nanos) {
    return Math.multiplyExact(seconds, MICROS) + nanos / 1_000;
  }
}
