package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.model.Touchpoint.PropertyMatch;
import dev.sojourn.server.atlas.MapEvidence.Share;
import dev.sojourn.server.atlas.PersonaData;
import dev.sojourn.server.evidence.check.Words;
import dev.sojourn.server.evidence.walk.Passage;
import dev.sojourn.server.evidence.walk.Walk;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts customers inside and outside of a segment: those with at least one event that matches
/// every condition, and all others. For one thread.
final class SegmentCount {

  private static final int MOST = 20;

  private final boolean[] matches;
  private final List<String> names = new ArrayList<>();
  private final int[] nameOf;
  private final long[][] customers;
  private final long[] all = new long[2];
  private final List<SortedMap<Integer, Long>> lengths = List.of(new TreeMap<>(), new TreeMap<>());

  private SegmentCount(Vocabulary vocabulary, List<PropertyMatch> where) {
    matches = new boolean[vocabulary.size()];
    nameOf = new int[vocabulary.size()];
    Map<String, Integer> places = new HashMap<>();
    for (int code = 0; code < matches.length; code++) {
      Map<String, String> properties = vocabulary.properties(code);
      matches[code] =
          where.stream()
              .allMatch(match -> {
                String value = properties.get(match.property());
                return value != null && match.values().contains(value);
              });
      String name = vocabulary.name(code);
      Integer place = places.get(name);
      if (place == null) {
        place = names.size();
        places.put(name, place);
        names.add(name);
      }
      nameOf[code] = place;
    }
    customers = new long[2][names.size()];
  }

  /// Reads all journeys once.
  ///
  /// @param journeys whose events are told apart by the properties of the conditions
  static SegmentCount of(Journeys journeys, List<PropertyMatch> where) {
    SegmentCount count = new SegmentCount(journeys.vocabulary(), where);
    Walk.over(journeys, count.nameOf, count.names.size(), "Comparing", Watch.NOBODY, count::read);
    return count;
  }

  private void read(Passage passage) {
    boolean in = false;
    for (int i = 0; i < passage.length() && !in; i++) {
      in = matches[passage.code(i)];
    }
    int side = in ? 0 : 1;
    all[side]++;
    lengths.get(side).merge(passage.events(), 1L, Long::sum);
    for (int i = 0; i < passage.length(); i++) {
      int name = passage.touchpoint(i);
      customers[side][name] += passage.first(name) == i ? 1 : 0;
    }
  }

  /// What was counted.
  ///
  /// @param called what people call an event; those that are missing are called by their name
  PersonaData data(Map<String, String> called) {
    record Difference(String name, Rate inside, Rate outside) {
      double size() {
        return Math.abs(inside.value().orElse(0) - outside.value().orElse(0));
      }
    }
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      differences.add(
          new Difference(
              called.getOrDefault(names.get(i), names.get(i)),
              new Rate(customers[0][i], all[0]),
              new Rate(customers[1][i], all[1])));
    }
    differences.sort(
        Comparator.comparingDouble(Difference::size).reversed().thenComparing(Difference::name));
    String sentence;
    if (all[0] == 0) {
      sentence = "No customer has an event with these properties.";
    } else if (all[1] == 0) {
      sentence = "Every customer has an event with these properties.";
    } else {
      Difference first = differences.getFirst();
      sentence =
          Words.percent(first.inside().value().orElse(0))
              + " of them come to “"
              + first.name()
              + "”, "
              + Words.percent(first.outside().value().orElse(0))
              + " of all others.";
    }
    return new PersonaData(
        Share.of(new Rate(all[0], Arrays.stream(all).sum())),
        differences.stream()
            .limit(MOST)
            .map(d ->
                new PersonaData.Compared(d.name(), Share.of(d.inside()), Share.of(d.outside())))
            .toList(),
        new PersonaData.Length(median(0), median(1)),
        sentence);
  }

  private @Nullable Double median(int side) {
    if (all[side] == 0) {
      return null;
    }
    long lower = (all[side] - 1) / 2;
    long upper = all[side] / 2;
    long seen = 0;
    double sum = 0;
    for (Map.Entry<Integer, Long> length : lengths.get(side).entrySet()) {
      long next = seen + length.getValue();
      sum += (seen <= lower && lower < next ? length.getKey() : 0);
      sum += (seen <= upper && upper < next ? length.getKey() : 0);
      seen = next;
    }
    return sum / 2;
  }
}
