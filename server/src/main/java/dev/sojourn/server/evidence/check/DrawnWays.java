package dev.sojourn.server.evidence.check;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// From which step to which a map draws a way: to the next one, along a link, and on over steps
/// that customers may leave out or do unseen. Immutable.
final class DrawnWays {

  private final List<Step> steps;
  private final boolean[][] drawn;
  private final boolean[] passable;
  private final Map<UUID, Integer> places = new HashMap<>();

  private DrawnWays(JourneyMap map, MapGround ground) {
    steps = map.steps();
    int count = steps.size();
    drawn = new boolean[count][count];
    passable = new boolean[count];
    boolean[] seen = new boolean[count];
    boolean[] unseen = new boolean[count];
    for (int t = 0; t < ground.touchpoints(); t++) {
      Touchpoint touchpoint = map.touchpoints().get(t);
      if (ground.stepOf(t) >= 0) {
        (touchpoint.isMeasurable() ? seen : unseen)[ground.stepOf(t)] = true;
      }
    }
    for (int s = 0; s < count; s++) {
      places.put(steps.get(s).id(), s);
      passable[s] = steps.get(s).isOptional() || !seen[s] || unseen[s];
    }
    for (int s = 0; s < count; s++) {
      walk(s, map.links());
    }
  }

  static DrawnWays of(JourneyMap map, MapGround ground) {
    return new DrawnWays(map, ground);
  }

  /// Whether there is a way from a step to another, or it is the same one.
  boolean lead(int from, int to) {
    return from == to || drawn[from][to];
  }

  private void walk(int from, List<StepLink> links) {
    Deque<Integer> open = new ArrayDeque<>(next(from, links));
    while (!open.isEmpty()) {
      int step = open.pop();
      if (!drawn[from][step]) {
        drawn[from][step] = true;
        if (mayBeLeftOut(step)) {
          open.addAll(next(step, links));
        }
      }
    }
  }

  private boolean mayBeLeftOut(int step) {
    return steps.get(step).orderGroup() == Step.OrderGroup.ALTERNATIVE
        ? group(step).stream().anyMatch(s -> passable[s])
        : passable[step];
  }

  private Set<Integer> next(int step, List<StepLink> links) {
    Set<Integer> next = new LinkedHashSet<>();
    Set<Integer> group = group(step);
    next.addAll(group);
    next.remove(step);
    int after = group.stream().mapToInt(s -> s).max().orElse(step) + 1;
    if (after < steps.size()) {
      next.addAll(group(after));
    }
    for (StepLink link : links) {
      Integer to = link.to() == null ? null : places.get(link.to());
      if (to != null && link.from().equals(steps.get(step).id())) {
        next.addAll(group(to));
      }
    }
    return next;
  }

  /// The neighbors with which a step is done in any order or instead of which it is done, and
  /// itself.
  private Set<Integer> group(int step) {
    Set<Integer> group = new LinkedHashSet<>();
    int first = step;
    while (first > 0 && together(first - 1, first)) {
      first--;
    }
    group.add(first);
    for (int s = first + 1; s < steps.size() && together(s - 1, s); s++) {
      group.add(s);
    }
    return group;
  }

  private boolean together(int a, int b) {
    return steps.get(a).orderGroup() != Step.OrderGroup.SEQUENCE
        && steps.get(a).orderGroup() == steps.get(b).orderGroup()
        && steps.get(a).stage().equals(steps.get(b).stage());
  }
}
