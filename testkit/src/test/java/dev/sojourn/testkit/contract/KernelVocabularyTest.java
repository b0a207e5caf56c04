package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.VocabularyCounts;
import dev.sojourn.kernel.result.VocabularyCounts.NameCount;
import dev.sojourn.kernel.result.VocabularyCounts.TouchpointCount;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import dev.sojourn.testkit.random.RandomCases;
import dev.sojourn.testkit.random.RandomSpecs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How often names occur, against counting one name after the other.
class KernelVocabularyTest {

  private record Pair(String name, String channel) {}

  @Test
  @DisplayName("Names of random journeys are counted as they are by counting each on its own")
  void countsEachName() {
    try (Engine one = new Engine(1);
        Engine three = new Engine(3)) {
      RandomCases.each(
          "vocabulary",
          500,
          RandomSpecs::summary,
          sample -> {
            Journeys table = sample.journeys().table().inParts(4);
            VocabularyCounts expected = count(sample.journeys());
            assertEquals(expected, one.vocabulary(table, () -> false));
            assertEquals(expected, three.vocabulary(table, () -> false));
          });
    }
  }

  private static VocabularyCounts count(PlainJourneys journeys) {
    List<PlainEvent> events =
        journeys.journeys().stream().map(PlainJourney::events).flatMap(List::stream).toList();
    List<NameCount> names = new ArrayList<>();
    for (Pair pair :
        events.stream().map(e -> new Pair(e.name(), e.channel())).distinct().toList()) {
      Predicate<PlainEvent> is =
          e -> e.name().equals(pair.name()) && Objects.equals(e.channel(), pair.channel());
      names.add(
          new NameCount(
              pair.name(),
              pair.channel(),
              events.stream().filter(is).count(),
              journeys.journeys().stream().filter(j -> j.events().stream().anyMatch(is)).count()));
    }
    names.sort(
        Comparator.comparingLong(NameCount::units)
            .reversed()
            .thenComparing(NameCount::name)
            .thenComparing(NameCount::channel, Comparator.nullsFirst(Comparator.naturalOrder())));
    List<TouchpointCount> touchpoints = new ArrayList<>();
    for (String name : new TreeSet<>(events.stream().map(PlainEvent::name).toList())) {
      touchpoints.add(
          new TouchpointCount(
              name,
              events.stream().filter(e -> e.name().equals(name)).count(),
              journeys.journeys().stream().filter(j -> j.path().contains(name)).count()));
    }
    touchpoints.sort(Comparator.comparingLong(TouchpointCount::units).reversed());
    return new VocabularyCounts(
        names,
        touchpoints,
        events.stream()
            .map(PlainEvent::time)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }
}
