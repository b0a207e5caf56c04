package dev.sojourn.testkit.random;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.testkit.journey.Notation;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Random journeys with what breaks engines: ties, customers of one event, steps that repeat, gaps
/// that do not fit 32 bits, events without time, times before 1970, every tick, one name on two
/// channels, names whose order is not that of their letters, up to 1,200 names, nothing at all.
public final class RandomJourneys {

  /// The most names that a vocabulary is made of.
  public static final int MAX_NAMES = 1_200;

  /// Upper case before lower case, a name that another begins with, accents, a character beyond the
  /// basic plane beside one at its end: orders in which encodings and locales differ.
  private static final List<String> FEW =
      List.of("a", "b", "B", "ab", "c", "ä", "d", "\uFB01", "\uD834\uDD1E", "e_1", "e-1", "1");

  private static final List<String> CHANNELS = List.of("web", "app", "store");

  /// How the times of a set are made.
  private enum Timing {
    TIMED,
    UNTIMED,
    MIXED
  }

  private final RandomGenerator random;
  private final List<String> names;
  private final boolean withChannels;
  private final Timing timing;
  private final Duration tick;

  private RandomJourneys(RandomGenerator random, List<String> names) {
    this.random = random;
    this.names = names;
    this.withChannels = random.nextInt(4) == 0;
    int dice = random.nextInt(10);
    this.timing = dice == 0 ? Timing.UNTIMED : dice == 1 ? Timing.MIXED : Timing.TIMED;
    this.tick =
        pick(List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS)).getDuration();
  }

  /// Makes a set; most are small, so that what is odd in them is not drowned.
  public static PlainJourneys of(RandomGenerator random) {
    return switch (random.nextInt(20)) {
      case 0 -> new PlainJourneys(List.of());
      case 1 -> new RandomJourneys(random, many(random)).set(random.nextInt(1, 60), 40);
      case 2, 3, 4 -> new RandomJourneys(random, few(random)).set(random.nextInt(1, 40), 20);
      default -> new RandomJourneys(random, few(random)).set(random.nextInt(1, 6), 8);
    };
  }

  /// Makes a set that fills several blocks of a cursor: many customers, and one whose journey alone
  /// is longer than a block.
  public static PlainJourneys large(RandomGenerator random) {
    RandomJourneys maker = new RandomJourneys(random, few(random));
    PlainJourney longest = maker.journey("longest", JourneyBlock.TARGET_EVENTS + 500);
    return maker.set(1_500, 20).and(new PlainJourneys(List.of(longest)));
  }

  private static List<String> few(RandomGenerator random) {
    return FEW.subList(0, random.nextInt(1, FEW.size() + 1));
  }

  private static List<String> many(RandomGenerator random) {
    return IntStream.range(0, random.nextInt(1, MAX_NAMES + 1)).mapToObj(i -> "t" + i).toList();
  }

  private PlainJourneys set(int units, int mostEvents) {
    List<PlainJourney> journeys = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      int events = random.nextInt(3) == 0 ? 1 : random.nextInt(1, mostEvents + 1);
      journeys.add(journey("u" + u, events));
    }
    return new PlainJourneys(journeys);
  }

  private PlainJourney journey(String unit, int count) {
    Instant time = Notation.START.plus(tick.multipliedBy(random.nextInt(100)));
    if (random.nextInt(10) == 0) {
      time = time.minus(Duration.ofDays(365L * 60));
    }
    List<PlainEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      time = time.plus(gap());
      String channel = withChannels && random.nextBoolean() ? pick(CHANNELS) : null;
      events.add(new PlainEvent(pick(names), channel, hasTime() ? time : null));
    }
    return new PlainJourney(unit, events);
  }

  private boolean hasTime() {
    return timing == Timing.TIMED || (timing == Timing.MIXED && random.nextInt(3) > 0);
  }

  /// A whole number of ticks: none, few, many, or about as many as 32 bits hold.
  private Duration gap() {
    long ticks =
        switch (random.nextInt(12)) {
          case 0, 1, 2 -> 0;
          case 3, 4 -> 1;
          case 5, 6, 7, 8 -> random.nextInt(1, 20);
          case 9 -> random.nextInt(1, 100_000);
          case 10 -> random.nextInt(1, Integer.MAX_VALUE);
          default -> (1L << 32) + random.nextInt(-2, 3);
        };
    // Seconds are not taken to the end of 32 bits: 136 years a gap are no test of anything.
    return tick.multipliedBy(tick.toSeconds() > 0 ? ticks % 10_000_000 : ticks);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
