package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.store.journeys.IdentityFact.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Grows a log by events and decisions that are hard for a journey store: late events, ties of
/// every depth, gaps of decades, events without time, customers of one event and of many.
final class RandomLog {

  private static final List<String> CHANNELS = List.of("web", "shop", "call");
  private static final List<Long> GRAINS = List.of(1_000_000L, 1_000L, 1L);

  final MemoryLog log = new MemoryLog();
  private final Random random;
  private final int customers;
  private final int names;
  private final long grain;
  private final boolean untimed;
  private int imports;
  private long lives;

  RandomLog(long seed) {
    this.random = new Random(seed);
    this.customers = 1 + random.nextInt(40);
    this.names = random.nextInt(10) == 0 ? 1_200 : 1 + random.nextInt(12);
    this.grain = GRAINS.get(random.nextInt(GRAINS.size()));
    this.untimed = random.nextInt(4) == 0;
  }

  /// Adds some events, from a file or live.
  void grow(int events) {
    boolean live = random.nextBoolean();
    String source = live ? "live" : "file" + imports++ % 3;
    long base = 1_700_000_000_000_000L;
    long batch = random.nextInt(3);
    for (int i = 0; i < events; i++) {
      long micros = base + random.nextLong(random.nextBoolean() ? 5 : 100_000) * grain;
      if (random.nextInt(30) == 0) {
        micros += random.nextLong(-40, 40) * 31_557_600_000_000L;
      }
      if (untimed && random.nextInt(3) == 0) {
        micros = JourneyBlock.UNTIMED;
      }
      long ordinal = live ? batch : i + 1;
      long seq = random.nextInt(5) == 0 ? random.nextInt(3) : ordinal;
      log.add(
          new MemoryLog.Event(
              customer(),
              "name" + random.nextInt(names),
              channel(),
              micros,
              seq,
              live ? ordinal : (imports * 1_000_000L) + i,
              source,
              live || random.nextInt(6) == 0 ? "id" + lives++ * 7_919 % 100_003 : null,
              properties()));
    }
  }

  private Map<String, String> properties() {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of();
      case 1 -> Map.of("platform", "p" + random.nextInt(3));
      default -> Map.of("platform", "p" + random.nextInt(3), "plan", "q" + random.nextInt(2));
    };
  }

  private @Nullable String channel() {
    int c = random.nextInt(CHANNELS.size() + 2);
    return c < CHANNELS.size() ? CHANNELS.get(c) : null;
  }

  private String customer() {
    // A few customers have most of the events, and some have one.
    double skewed = Math.pow(random.nextDouble(), 3);
    return "c" + (int) (skewed * customers);
  }

  void merge() {
    log.decide(Kind.MERGE, customer(), customer());
  }

  void split() {
    log.decide(Kind.SPLIT, customer(), customer());
  }

  void erase() {
    log.erase(customer());
  }

  int nextInt(int bound) {
    return random.nextInt(bound);
  }
}
