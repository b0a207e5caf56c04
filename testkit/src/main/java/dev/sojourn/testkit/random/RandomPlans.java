package dev.sojourn.testkit.random;

import dev.sojourn.kernel.spec.PlanElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random plans: every element inside every other, the same touchpoint in several places, loops in
/// loops, optional things in loops, any order of things that are more than one touchpoint.
public final class RandomPlans {

  private static final int DEEPEST = 4;
  private static final int MOST_ANY_ORDER = 4;

  private final RandomGenerator random;
  private final List<String> names;

  private RandomPlans(RandomGenerator random, List<String> names) {
    this.random = random;
    this.names = names;
  }

  /// Makes a plan of some of the names.
  public static PlanElement of(RandomGenerator random, List<String> names) {
    return new RandomPlans(random, names).element(1);
  }

  private PlanElement element(int depth) {
    if (depth == DEEPEST || random.nextInt(depth + 2) == 0) {
      return new PlanElement.Touchpoint(names.get(random.nextInt(names.size())));
    }
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new PlanElement.Sequence(elements(5, depth));
      case 3 -> new PlanElement.Optional(element(depth + 1));
      case 4, 5 -> new PlanElement.Repeatable(element(depth + 1));
      case 6 -> new PlanElement.AnyOf(elements(3, depth));
      default -> new PlanElement.AnyOrder(elements(depth == 1 ? MOST_ANY_ORDER : 2, depth + 1));
    };
  }

  private List<PlanElement> elements(int most, int depth) {
    List<PlanElement> elements = new ArrayList<>();
    int count = random.nextInt(1, most + 1);
    for (int i = 0; i < count; i++) {
      elements.add(element(depth + 1 > DEEPEST ? DEEPEST : depth + 1));
    }
    return elements;
  }

  /// The same plan with the members of every choice and of every any order in another order.
  public static PlanElement shuffled(PlanElement plan, RandomGenerator random) {
    return switch (plan) {
      case PlanElement.Touchpoint touchpoint -> touchpoint;
      case PlanElement.Optional o -> new PlanElement.Optional(shuffled(o.element(), random));
      case PlanElement.Repeatable r -> new PlanElement.Repeatable(shuffled(r.element(), random));
      case PlanElement.Sequence s ->
          new PlanElement.Sequence(s.elements().stream().map(e -> shuffled(e, random)).toList());
      case PlanElement.AnyOrder a -> new PlanElement.AnyOrder(reordered(a.elements(), random));
      case PlanElement.AnyOf a -> new PlanElement.AnyOf(reordered(a.elements(), random));
    };
  }

  private static List<PlanElement> reordered(List<PlanElement> members, RandomGenerator random) {
    List<PlanElement> reordered = new ArrayList<>();
    members.forEach(member -> reordered.add(shuffled(member, random)));
    Collections.shuffle(reordered, java.util.Random.from(random));
    return reordered;
  }
}
