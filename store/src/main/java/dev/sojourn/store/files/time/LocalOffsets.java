package dev.sojourn.store.files.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Turns clock times of one zone into moments. A time that a clock skips in spring is moved on by
/// the length of the gap; one that it shows twice in autumn is the earlier one: the rules of
/// [ZonedDateTime].
final class LocalOffsets {

  private static final long DAY = 86_400;

  private final ZoneId zone;
  private final ZoneRules rules;

  // Between these clock times the offset is known to be constant.
  private long from = 1;
  private long to;
  private long offset;

  LocalOffsets(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
    if (rules.isFixedOffset()) {
      from = Long.MIN_VALUE;
      to = Long.MAX_VALUE;
      offset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
    }
  }

  /// The moment of a clock time, both in seconds since the epoch.
  long moment(long clockSeconds) {
    if (clockSeconds < from || clockSeconds >= to) {
      return lookUp(clockSeconds);
    }
    return clockSeconds - offset;
  }

  private long lookUp(long clockSeconds) {
    LocalDateTime clock = LocalDateTime.ofEpochSecond(clockSeconds, 0, ZoneOffset.UTC);
    ZonedDateTime zoned = ZonedDateTime.of(clock, zone);
    Instant moment = zoned.toInstant();
    ZoneOffsetTransition before = rules.previousTransition(moment.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(moment);
    // A day's distance to each change keeps gaps and overlaps out of the fast path.
    long start = before == null ? Long.MIN_VALUE : clockOf(before) + DAY;
    long end = after == null ? Long.MAX_VALUE : clockOf(after) - DAY;
    if (clockSeconds >= start && clockSeconds < end) {
      from = start;
      to = end;
      offset = zoned.getOffset().getTotalSeconds();
    }
    return moment.getEpochSecond();
  }

  private static long clockOf(ZoneOffsetTransition change) {
    return change.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
  }
}
