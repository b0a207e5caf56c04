package dev.sojourn.map.sample;

import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint.Observability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Maps at random; the same seed is the same map. Customers are walked one by one, so that counts
/// agree as those of real data do.
public final class RandomMaps {

  private static final List<String> WORDS =
      List.of(
          "pays",
          "<b>",
          "&",
          "“so”",
          "\"quoted\"",
          "كتاب",
          "比較する",
          "🚀",
          "a\tb",
          "\u0007",
          "x".repeat(70));

  private RandomMaps() {}

  /// A map of a seed.
  public static JourneyMap of(long seed) {
    Random random = new Random(seed);
    Sketch s = new Sketch("random " + seed);
    int stages = 1 + random.nextInt(7);
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      s.stage("stage " + i + words(random), Stage.Kind.values()[random.nextInt(14)]);
      for (int j = random.nextInt(3); j >= 0; j--) {
        String step = "step " + i + "/" + j + words(random);
        s.step(
            step,
            random.nextInt(4) == 0,
            random.nextInt(4) == 0,
            Step.OrderGroup.values()[random.nextInt(3)]);
        steps.add(step);
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      int kind = random.nextInt(5);
      s.link(any(random, steps), any(random, steps), StepLink.Kind.values()[kind]);
    }
    Lane.Role[] roles = Lane.Role.values();
    for (int i = random.nextInt(6); i >= 0; i--) {
      Lane.Role role = roles[random.nextInt(roles.length)];
      s.lane(role, role + " " + i);
      for (int j = random.nextInt(6); j > 0; j--) {
        int from = random.nextInt(steps.size());
        int to = Math.min(steps.size() - 1, from + (random.nextInt(5) == 0 ? 3 : 0));
        s.card(
            steps.get(from),
            steps.get(to),
            "card " + i + "/" + j + words(random),
            random.nextBoolean() ? "note" + words(random) : null);
      }
    }
    touchpoints(s, random, steps);
    if (random.nextInt(3) > 0) {
      s.lane(Lane.Role.EMOTION_CURVE, "Feeling");
      steps.stream()
          .distinct()
          .filter(step -> random.nextBoolean())
          .forEach(step -> s.emotion(step, Math.round(random.nextDouble(-5, 5) * 100) / 100.0));
    }
    JourneyMap map = s.map();
    return random.nextInt(4) == 0 ? map : map.withReality(reality(map, random));
  }

  private static void touchpoints(Sketch s, Random random, List<String> steps) {
    s.lane(Lane.Role.TOUCHPOINT, "Touchpoints");
    for (int i = random.nextInt(12); i > 0; i--) {
      String name = "touchpoint " + i + words(random);
      s.touchpoint(
          any(random, steps),
          name,
          ChannelKind.values()[random.nextInt(25)],
          Observability.values()[random.nextInt(4)]);
      if (random.nextBoolean()) {
        long n = random.nextInt(100_000);
        s.checked(
            Sketch.id("touchpoint " + name),
            Verdict.values()[random.nextInt(6)],
            n,
            random.nextBoolean() ? null : random.nextDouble(),
            "Events show something" + words(random) + ".");
      }
    }
  }

  private static Reality reality(JourneyMap map, Random random) {
    int n = map.stages().size();
    long[][] moves = new long[n + 1][n + 1];
    long[] here = new long[n];
    int customers = 1 + random.nextInt(random.nextBoolean() ? 40 : 4000);
    for (int c = 0; c < customers; c++) {
      boolean[] seen = new boolean[n];
      int at = n;
      int next = random.nextInt(3) == 0 ? random.nextInt(n) : 0;
      while (next < n && !seen[next]) {
        moves[at][next]++;
        here[next]++;
        seen[next] = true;
        at = next;
        next = random.nextInt(5) == 0 ? random.nextInt(n + 1) : at + 1;
      }
      moves[at][n]++;
    }
    List<Reality.Flow> flows = new ArrayList<>();
    List<Reality.StageCount> stages = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= n; j++) {
        if (moves[i][j] > 0) {
          flows.add(
              new Reality.Flow(
                  i == n ? null : map.stages().get(i).id(),
                  j == n ? null : map.stages().get(j).id(),
                  moves[i][j]));
        }
      }
      if (i < n) {
        stages.add(new Reality.StageCount(map.stages().get(i).id(), here[i], i * 61.5));
      }
    }
    List<Reality.Return> returns = new ArrayList<>();
    List<Reality.UndrawnPath> undrawn = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0 && n > 1; i--) {
      int from = 1 + random.nextInt(n - 1);
      returns.add(
          new Reality.Return(
              map.stages().get(from).id(),
              map.stages().get(random.nextInt(from)).id(),
              random.nextInt(customers)));
      undrawn.add(
          new Reality.UndrawnPath(
              map.stages().get(random.nextInt(n)).id(),
              map.stages().get(random.nextInt(n)).id(),
              "from" + words(random),
              "to" + words(random),
              random.nextInt(customers)));
    }
    return new Reality(
        null,
        Instant.ofEpochSecond(1_780_000_000L + random.nextInt(10_000_000)),
        null,
        customers,
        stages,
        List.of(),
        flows,
        returns,
        undrawn,
        List.of(),
        random.nextBoolean() ? null : (long) random.nextInt(customers),
        random.nextBoolean() ? null : random.nextDouble(),
        null,
        List.of("random.csv"),
        random.nextBoolean(),
        null);
  }

  private static String any(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }
}
