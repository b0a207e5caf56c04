package dev.sojourn.server.evidence.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Journeys of made-up true maps: each customer walks one map, some with one to three touchpoints
/// added, left out or exchanged.
final class GeneratedJourneys {

  private static final List<String> STRANGE =
      List.of("noise_0", "noise_1", "noise_2", "noise_3", "noise_4");

  private GeneratedJourneys() {}

  /// @param noise the share of customers who stray from their map
  static LabelledJourneys of(long seed, int customers, double noise) {
    Random random = new Random(seed);
    List<String> touchpoints = new ArrayList<>();
    for (int t = 4 + random.nextInt(14); t > 0; t--) {
      touchpoints.add("touchpoint " + (char) ('a' + t));
    }
    List<List<String>> maps = maps(random, touchpoints);
    double[] share = shares(random, maps.size());
    List<List<String>> paths = new ArrayList<>();
    List<List<String>> truth = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double at = (i + 0.5) / customers;
      int map = 0;
      while (map < share.length - 1 && at > share[map]) {
        at -= share[map++];
      }
      List<String> path = new ArrayList<>(maps.get(map));
      while (random.nextDouble() < noise && path.equals(maps.get(map))) {
        stray(random, path, touchpoints);
      }
      paths.add(List.copyOf(path));
      truth.add(maps.get(map));
    }
    return new LabelledJourneys("seed " + seed + " noise " + noise, paths, truth);
  }

  private static List<List<String>> maps(Random random, List<String> touchpoints) {
    int count = 3 + random.nextInt(6);
    Set<List<String>> maps = new LinkedHashSet<>();
    while (maps.size() < count) {
      List<String> map = new ArrayList<>();
      for (int n = 3 + random.nextInt(6); n > 0; n--) {
        map.add(touchpoints.get(random.nextInt(touchpoints.size())));
      }
      boolean apart =
          maps.stream()
              .allMatch(
                  o -> (1 - Agreement.similarity(o, map)) * Math.max(o.size(), map.size()) > 1.5);
      if (apart) {
        maps.add(List.copyOf(map));
      }
    }
    return List.copyOf(maps);
  }

  private static double[] shares(Random random, int count) {
    double[] share = new double[count];
    int skew = random.nextInt(3);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      share[i] =
          switch (skew) {
            case 0 -> 1;
            case 1 -> i == 0 ? 3 * count : 1 + random.nextDouble();
            default -> 0.6 + 4 * random.nextDouble() * random.nextDouble();
          };
      sum += share[i];
    }
    for (int i = 0; i < count; i++) {
      share[i] /= sum;
    }
    return share;
  }

  private static void stray(Random random, List<String> path, List<String> touchpoints) {
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int kind = random.nextInt(3);
      if (kind == 0) {
        List<String> from = random.nextBoolean() ? touchpoints : STRANGE;
        path.add(random.nextInt(path.size() + 1), from.get(random.nextInt(from.size())));
      } else if (kind == 1 && path.size() > 1) {
        path.remove(random.nextInt(path.size()));
      } else {
        Collections.swap(path, random.nextInt(path.size()), random.nextInt(path.size()));
      }
    }
  }
}
