package dev.sojourn.store.files.time;

import dev.sojourn.kernel.spec.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads the times of one column. Without a format these are times: a date, year first, with `-` or
/// `/`; after `T` or a space hours and minutes, seconds, a fraction of any length; `Z` or an
/// offset; or a number of seconds, milliseconds, microseconds or nanoseconds since the epoch, told
/// apart by size. Whatever is finer than a microsecond is cut. For one thread.
public final class TimeReader {

  /// Not a time; [#reason(byte[], int, int)] says why.
  public static final long NOT_A_TIME = Long.MIN_VALUE;

  private final CalendarTimes calendar;
  private final @Nullable EpochUnit givenUnit;
  private final @Nullable PatternTimes pattern;

  /// @param zone the zone of times without offset
  /// @param format a pattern or the name of an [EpochUnit], or null to recognise the forms above
  /// @throws RefusedException when the format is neither
  public TimeReader(ZoneId zone, @Nullable String format) {
    LocalOffsets offsets = new LocalOffsets(zone);
    calendar = new CalendarTimes(offsets);
    givenUnit = format == null ? null : EpochUnit.named(format);
    pattern = format == null || givenUnit != null ? null : new PatternTimes(format, offsets);
  }

  /// The time in UTF-8 bytes from `from` to before `to`, in microseconds since the epoch, or
  /// [#NOT_A_TIME].
  public long micros(byte[] b, int from, int to) {
    if (pattern != null) {
      return pattern.micros(new String(b, from, to - from, StandardCharsets.UTF_8));
    }
    if (givenUnit != null) {
      return EpochTimes.micros(b, from, to, givenUnit);
    }
    if (to - from >= 8 && (b[from + 4] == '-' || b[from + 4] == '/')) {
      return calendar.micros(b, from, to);
    }
    return EpochTimes.micros(b, from, to, null);
  }

  /// The time in a text, as [#micros(byte[], int, int)].
  public long micros(String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    return micros(b, 0, b.length);
  }

  /// Whether a time so far had no offset, so that the zone was assumed.
  public boolean zoneAssumed() {
    return calendar.zoneAssumed() || (pattern != null && pattern.zoneAssumed());
  }

  /// Why a text is not a time, and what to do: a sentence.
  public String reason(byte[] b, int from, int to) {
    String text = TimeFaults.quoted(b, from, to);
    if (pattern != null || givenUnit != null) {
      return text + " does not fit --time-format; mend the row or the format";
    }
    return TimeFaults.reason(text);
  }
}
