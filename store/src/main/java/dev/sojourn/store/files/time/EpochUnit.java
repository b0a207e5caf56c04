package dev.sojourn.store.files.time;

import org.jspecify.annotations.Nullable;

/// The unit of a number since 1970-01-01T00:00Z.
enum EpochUnit {
  SECONDS("epoch-seconds", 1_000_000, 1),
  MILLIS("epoch-millis", 1_000, 1),
  MICROS("epoch-micros", 1, 1),
  NANOS("epoch-nanos", 1, 1_000);

  // Up to here a number is seconds, then milliseconds and so on: the year 5138 in each unit, so
  // that every time between 1973 and 5138 is told apart.
  private static final long LARGEST_SECONDS = 100_000_000_000L;

  private final String label;
  private final long micros;
  private final long perMicro;

  EpochUnit(String label, long micros, long perMicro) {
    this.label = label;
    this.micros = micros;
    this.perMicro = perMicro;
  }

  /// Microseconds in one unit; 1 for nanoseconds, see [#perMicro()].
  long micros() {
    return micros;
  }

  /// Units in one microsecond; 1 for the coarser ones.
  long perMicro() {
    return perMicro;
  }

  static EpochUnit of(long magnitude) {
    if (magnitude < LARGEST_SECONDS) {
      return SECONDS;
    }
    if (magnitude < LARGEST_SECONDS * 1_000) {
      return MILLIS;
    }
    return magnitude < LARGEST_SECONDS * 1_000_000 ? MICROS : NANOS;
  }

  static @Nullable EpochUnit named(String label) {
    for (EpochUnit u : values()) {
      if (u.label.equals(label)) {
        return u;
      }
    }
    return null;
  }
}
