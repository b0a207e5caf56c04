package dev.sojourn.kernel.journey;

import java.time.Instant;

/// The unit in which a set of journeys keeps time.
public enum Tick {
  SECOND(1),
  MILLISECOND(1_000),
  MICROSECOND(1_000_000);

  private final long perSecond;

  Tick(long perSecond) {
    this.perSecond = perSecond;
  }

  /// Ticks in a second.
  public long perSecond() {
    return perSecond;
  }

  /// Microseconds in a tick.
  public long micros() {
    return 1_000_000 / perSecond;
  }

  /// The instant at a number of ticks since the epoch.
  public Instant instant(long ticks) {
    long second = Math.floorDiv(ticks, perSecond);
    long rest = Math.floorMod(ticks, perSecond);
    return Instant.ofEpochSecond(second, rest * (1_000_000_000L / perSecond));
  }

  /// The first tick at or after an instant, so that half-open ranges keep their meaning. Beyond the
  /// times that ticks can count it is the last one that does, or the first: never
  /// [JourneyBlock#UNTIMED], which is no time.
  public long ceil(Instant instant) {
    long nanosPerTick = 1_000_000_000L / perSecond;
    try {
      long whole = Math.multiplyExact(instant.getEpochSecond(), perSecond);
      long ticks = Math.addExact(whole, Math.ceilDiv((long) instant.getNano(), nanosPerTick));
      return Math.max(ticks, JourneyBlock.UNTIMED + 1);
    } catch (ArithmeticException beyond) {
      return instant.getEpochSecond() < 0 ? JourneyBlock.UNTIMED + 1 : Long.MAX_VALUE;
    }
  }

  /// The coarsest tick in which a time in microseconds is whole.
  public static Tick of(long micros) {
    if (micros % 1_000 != 0) {
      return MICROSECOND;
    }
    return micros % 1_000_000 != 0 ? MILLISECOND : SECOND;
  }
}
