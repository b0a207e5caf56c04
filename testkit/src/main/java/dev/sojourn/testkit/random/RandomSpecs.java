package dev.sojourn.testkit.random;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Random specs that fit the journeys that they are asked of: bounds and windows that fall on
/// events, one tick beside them and between ticks; now and then a name that does not occur or that
/// the filter hides.
public final class RandomSpecs {

  private static final int MOST_STEPS = 8;

  /// How many of the names that occur a spec draws from, so that steps meet events.
  private static final int MOST_NAMES = 12;

  private final RandomGenerator random;
  private final List<String> names;
  private final List<Instant> times;
  private final EventFilter filter;
  private final Period during;

  private RandomSpecs(RandomGenerator random, PlainJourneys journeys) {
    this.random = random;
    List<PlainEvent> events =
        journeys.journeys().stream().map(PlainJourney::events).flatMap(List::stream).toList();
    names = new ArrayList<>(events.stream().map(PlainEvent::name).distinct().sorted().toList());
    Collections.shuffle(names, Random.from(random));
    names.subList(Math.min(names.size(), MOST_NAMES), names.size()).clear();
    if (names.isEmpty() || random.nextInt(10) == 0) {
      names.add("neverSeen");
    }
    times = events.stream().map(PlainEvent::time).filter(Objects::nonNull).toList();
    filter = filter();
    during = during();
  }

  /// Makes a spec of one kind.
  public interface Kind {

    /// Makes a spec for the journeys.
    Spec of(RandomGenerator random, PlainJourneys journeys);
  }

  /// A random [Spec.Summary].
  public static Spec summary(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    return new Spec.Summary(specs.filter, specs.during);
  }

  /// A random [Spec.Flow].
  public static Spec flow(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    return new Spec.Flow(specs.filter, specs.during);
  }

  /// A random [Spec.Variants].
  public static Spec variants(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    int top = random.nextBoolean() ? Spec.Variants.DEFAULT_TOP : random.nextInt(1, 4);
    return new Spec.Variants(top, specs.filter, specs.during);
  }

  /// A random [Spec.Funnel].
  public static Spec funnel(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    List<List<String>> steps = new ArrayList<>();
    int count = random.nextInt(1, MOST_STEPS + 1);
    for (int k = 0; k < count; k++) {
      boolean repeats = !steps.isEmpty() && random.nextInt(5) == 0;
      steps.add(repeats ? steps.getLast() : specs.step());
    }
    Duration window = random.nextInt(3) == 0 ? null : specs.duration();
    return new Spec.Funnel(steps, window, specs.filter, specs.during);
  }

  /// A random [Spec.Paths].
  public static Spec paths(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    return new Spec.Paths(
        random.nextInt(3) == 0 ? List.of() : specs.step(),
        random.nextInt(3) > 0 ? List.of() : specs.step(),
        random.nextInt(3) > 0,
        random.nextInt(1, 7),
        random.nextInt(1, 5),
        random.nextInt(3) > 0 ? null : specs.duration(),
        random.nextInt(1, 6),
        specs.filter,
        specs.during);
  }

  /// A random [Spec.Sessions].
  public static Spec sessions(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    Duration timeout = random.nextInt(4) == 0 ? Spec.Sessions.DEFAULT_TIMEOUT : specs.duration();
    return new Spec.Sessions(timeout, specs.filter, specs.during);
  }

  /// A random [Spec.Dwell].
  public static Spec dwell(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    List<String> free = new ArrayList<>(specs.names);
    Collections.shuffle(free, Random.from(random));
    Map<String, List<String>> stages = new LinkedHashMap<>();
    int count = random.nextInt(1, Math.min(free.size(), 5) + 1);
    for (int s = 0; s < count && !free.isEmpty(); s++) {
      int touchpoints = random.nextInt(1, Math.min(free.size(), 3) + 1);
      stages.put("stage" + (count - s), List.copyOf(free.subList(0, touchpoints)));
      free.subList(0, touchpoints).clear();
    }
    return new Spec.Dwell(stages, specs.filter, specs.during);
  }

  /// A random [Spec.Alignment].
  public static Spec alignment(RandomGenerator random, PlainJourneys journeys) {
    RandomSpecs specs = new RandomSpecs(random, journeys);
    int few = random.nextInt(1, Math.min(specs.names.size(), 6) + 1);
    return new Spec.Alignment(
        RandomPlans.of(random, specs.names.subList(specs.names.size() - few, specs.names.size())),
        random.nextInt(3) > 0 ? Spec.Unmatched.UNEXPECTED : Spec.Unmatched.OUT_OF_SCOPE,
        random.nextInt(3) > 0 ? Spec.Unfinished.COMPLETE : Spec.Unfinished.PREFIX,
        specs.filter,
        specs.during);
  }

  private List<String> step() {
    // Steps that the filter hides have to occur, not to prevail.
    boolean seen = !filter.names().isEmpty() && random.nextInt(10) > 0;
    List<String> from = seen ? filter.names() : names;
    if (random.nextInt(4) > 0) {
      return List.of(pick(from));
    }
    return random.ints(3, 0, from.size()).mapToObj(from::get).distinct().toList();
  }

  private EventFilter filter() {
    if (random.nextInt(3) > 0) {
      return EventFilter.ALL;
    }
    int visible = random.nextInt(1, names.size() + 1);
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, Random.from(random));
    return new EventFilter(shuffled.subList(0, visible), Map.of());
  }

  private Period during() {
    if (random.nextInt(3) > 0 || times.isEmpty()) {
      return Period.ALWAYS;
    }
    Instant a = bound();
    Instant b = bound();
    if (a.equals(b)) {
      b = a.plusSeconds(1);
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Period(a, null);
      case 1 -> new Period(null, a);
      default -> a.isBefore(b) ? new Period(a, b) : new Period(b, a);
    };
  }

  /// On an event, a little beside one, or between two ticks.
  private Instant bound() {
    Instant at = pick(times);
    return switch (random.nextInt(4)) {
      case 0 -> at;
      case 1 -> at.plus(1, ChronoUnit.MILLIS);
      case 2 -> at.minus(1, ChronoUnit.MICROS);
      default -> at.plusNanos(random.nextInt(-999, 1_000));
    };
  }

  /// More than nothing; often exactly as long as it is between two events.
  private Duration duration() {
    Duration between = span();
    if (between == null) {
      return Duration.ofMillis(random.nextInt(1, 100_000));
    }
    Duration duration =
        switch (random.nextInt(4)) {
          case 0 -> between;
          case 1 -> between.plus(1, ChronoUnit.MILLIS);
          case 2 -> between.minus(1, ChronoUnit.MICROS);
          default -> between.plusNanos(random.nextInt(-999, 1_000));
        };
    return duration.isPositive() ? duration : Duration.ofNanos(1);
  }

  private @Nullable Duration span() {
    return times.isEmpty() ? null : Duration.between(pick(times), pick(times)).abs();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
