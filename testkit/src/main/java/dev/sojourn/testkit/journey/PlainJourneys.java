package dev.sojourn.testkit.journey;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The journeys of some units, as simple lists. What [Journeys] is to an engine, this is to the
/// reference evaluator.
///
/// @param journeys one a unit
public record PlainJourneys(List<PlainJourney> journeys) {

  public PlainJourneys {
    journeys = List.copyOf(journeys);
    Set<String> units = new HashSet<>();
    for (PlainJourney journey : journeys) {
      if (!units.add(journey.unit())) {
        throw new IllegalArgumentException("'" + journey.unit() + "' has two journeys.");
      }
    }
  }

  /// The time of the latest event; null when none has a time.
  public @Nullable Instant dataThrough() {
    return journeys.stream()
        .flatMap(j -> j.events().stream())
        .map(PlainEvent::time)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /// Reads all journeys of a snapshot, in the order of its parts.
  public static PlainJourneys of(Journeys journeys) {
    List<PlainJourney> read = new ArrayList<>();
    JourneyBlock block = new JourneyBlock();
    for (JourneyPart part : journeys.parts()) {
      try (JourneyCursor cursor = part.open()) {
        while (cursor.next(block)) {
          for (int j = 0; j < block.journeys(); j++) {
            read.add(journey(journeys, block, j));
          }
        }
      }
    }
    return new PlainJourneys(read);
  }

  private static PlainJourney journey(Journeys journeys, JourneyBlock block, int j) {
    List<PlainEvent> events = new ArrayList<>();
    for (int e = block.start()[j]; e < block.start()[j + 1]; e++) {
      int code = block.code()[e];
      events.add(
          new PlainEvent(
              journeys.vocabulary().name(code),
              journeys.vocabulary().channel(code),
              time(journeys.tick(), block.time()[e])));
    }
    return new PlainJourney(journeys.unitId(block.unit(j)), events);
  }

  /// The time at a number of ticks; null for [JourneyBlock#UNTIMED].
  public static @Nullable Instant time(Tick tick, long ticks) {
    return ticks == JourneyBlock.UNTIMED ? null : tick.instant(ticks);
  }

  /// The same journeys and those of others.
  public PlainJourneys and(PlainJourneys others) {
    List<PlainJourney> all = new ArrayList<>(journeys);
    all.addAll(others.journeys);
    return new PlainJourneys(all);
  }

  /// The same journeys for an engine, in one part.
  public JourneyTable table() {
    return table(arrivals());
  }

  /// The same journeys for an engine, loaded in a random order: the answer must be the same.
  public JourneyTable tableLoadedIn(RandomGenerator order) {
    List<Arrival> arrivals = arrivals();
    Collections.shuffle(arrivals, Random.from(order));
    return table(arrivals);
  }

  private record Arrival(String unit, PlainEvent event, long seq) {}

  private List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    for (PlainJourney journey : journeys) {
      for (int i = 0; i < journey.events().size(); i++) {
        arrivals.add(new Arrival(journey.unit(), journey.events().get(i), i));
      }
    }
    return arrivals;
  }

  private static JourneyTable table(List<Arrival> arrivals) {
    JourneyTableBuilder builder = JourneyTable.builder();
    for (Arrival a : arrivals) {
      PlainEvent e = a.event();
      builder.add(a.unit(), e.name(), e.channel(), micros(e.time()), a.seq(), a.unit() + a.seq());
    }
    return builder.build();
  }

  private static long micros(@Nullable Instant time) {
    return time == null
        ? JourneyBlock.UNTIMED
        : Math.addExact(
            Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  /// The journeys in [Notation], one a line.
  @Override
  public String toString() {
    return journeys.stream().map(PlainJourney::toString).collect(Collectors.joining("\n"));
  }
}
