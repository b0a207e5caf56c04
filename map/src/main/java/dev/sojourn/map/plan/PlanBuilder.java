package dev.sojourn.map.plan;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns steps and links into a plan. For one thread, for one map.
///
/// 1. A step is any one of its touchpoints; if one of them cannot be seen, customers may do the
///    step unseen, so it becomes optional. A step of which nothing can be seen is left out.
/// 2. Neighbours of a stage in any order, or of which one is done, become one element, a slot.
/// 3. Two branches of which the second leaves right before the first one arrives, and which lie in
///    no loop that the other is not in, part the way: customers go through the slots before its
///    arrival or through those behind, not both.
/// 4. Any other branch forward makes the slots it jumps over optional; a way back makes the slots
///    it goes over repeatable as a whole; loops that cross each other become one loop.
/// 5. After an exit the rest is optional.
final class PlanBuilder {

  private final JourneyMap map;
  private final Placements placements;
  private final List<@Nullable PlanElement> slots = new ArrayList<>();
  private final Map<UUID, Integer> slotOfStep = new HashMap<>();
  private final List<Parting> partings = new ArrayList<>();

  PlanBuilder(JourneyMap map, Placements placements) {
    this.map = map;
    this.placements = placements;
  }

  /// The plan; empty when nothing on the map can be seen.
  Optional<PlanElement> build() {
    fillSlots();
    List<Loop> loops = loops();
    Set<StepLink> parting = part(loops);
    for (StepLink link : map.links()) {
      if (!parting.contains(link)) {
        jump(link, loops);
      }
    }
    List<PlanElement> all = sequence(0, slots.size(), loops);
    return all.isEmpty() ? Optional.empty() : Optional.of(inOrder(all));
  }

  /// Slots `from` to `to`, inclusive, that customers go through again.
  private record Loop(int from, int to) {}

  /// Two ways from `from` to `to`, exclusive: through the slots before `split`, or from there on.
  private record Parting(int from, int split, int to) {

    boolean crosses(Loop loop) {
      boolean apart = loop.to() < from || to <= loop.from();
      boolean around = loop.from() <= from && to <= loop.to() + 1;
      boolean inOne =
          (from <= loop.from() && loop.to() < split) || (split <= loop.from() && loop.to() < to);
      return !apart && !around && !inOne;
    }

    boolean overlaps(Parting other) {
      return from < other.to && other.from < to;
    }
  }

  /// Finds where the way parts.
  ///
  /// @return the links that part it
  private Set<StepLink> part(List<Loop> loops) {
    Set<StepLink> found = new HashSet<>();
    for (StepLink first : map.links()) {
      for (StepLink second : map.links()) {
        Optional<Parting> parting = parting(first, second);
        if (parting.isPresent()
            && loops.stream().noneMatch(parting.get()::crosses)
            && partings.stream().noneMatch(parting.get()::overlaps)) {
          partings.add(parting.get());
          found.add(first);
          found.add(second);
        }
      }
    }
    return found;
  }

  private Optional<Parting> parting(StepLink first, StepLink second) {
    if (first.kind() != StepLink.Kind.BRANCH
        || second.kind() != StepLink.Kind.BRANCH
        || first.to() == null
        || second.to() == null) {
      return Optional.empty();
    }
    Integer from = slotOfStep.get(first.from());
    Integer split = slotOfStep.get(first.to());
    Integer last = slotOfStep.get(second.from());
    Integer to = slotOfStep.get(second.to());
    if (from == null || split == null || last == null || to == null) {
      return Optional.empty();
    }
    boolean parts = from < last && last == split - 1 && split < to;
    return parts ? Optional.of(new Parting(from + 1, split, to)) : Optional.empty();
  }

  private void fillSlots() {
    List<Step> steps = map.steps();
    int i = 0;
    while (i < steps.size()) {
      Step first = steps.get(i);
      int end = i + 1;
      while (first.orderGroup() != Step.OrderGroup.SEQUENCE
          && end < steps.size()
          && steps.get(end).orderGroup() == first.orderGroup()
          && steps.get(end).stage().equals(first.stage())) {
        end++;
      }
      for (Step step : steps.subList(i, end)) {
        slotOfStep.put(step.id(), slots.size());
      }
      slots.add(slot(steps.subList(i, end)));
      i = end;
    }
  }

  private @Nullable PlanElement slot(List<Step> group) {
    List<PlanElement> members = new ArrayList<>();
    boolean unseen = false;
    for (Step step : group) {
      Optional<PlanElement> element = step(step);
      element.ifPresent(members::add);
      unseen |= element.isEmpty();
    }
    if (members.isEmpty()) {
      return null;
    }
    return switch (group.getFirst().orderGroup()) {
      case SEQUENCE -> members.getFirst();
      case ANY_ORDER ->
          members.size() == 1 ? members.getFirst() : new PlanElement.AnyOrder(members);
      case ALTERNATIVE -> {
        boolean mayBeLeftOut =
            unseen || members.stream().anyMatch(m -> m instanceof PlanElement.Optional);
        PlanElement one = oneOf(members.stream().map(PlanBuilder::mandatory).toList());
        yield mayBeLeftOut ? new PlanElement.Optional(one) : one;
      }
    };
  }

  private Optional<PlanElement> step(Step step) {
    List<Touchpoint> touchpoints = placements.at(step.id());
    List<PlanElement> seen =
        touchpoints.stream()
            .filter(Touchpoint::isMeasurable)
            .map(Touchpoint::name)
            .distinct()
            .<PlanElement>map(PlanElement.Touchpoint::new)
            .toList();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    boolean sometimesUnseen = touchpoints.stream().anyMatch(t -> !t.isMeasurable());
    PlanElement element = oneOf(seen);
    if (step.repeatable()) {
      element = new PlanElement.Repeatable(element);
    }
    return Optional.of(
        step.isOptional() || sometimesUnseen ? new PlanElement.Optional(element) : element);
  }

  private List<Loop> loops() {
    List<Loop> found = new ArrayList<>();
    for (StepLink link : map.links()) {
      Integer from = slotOfStep.get(link.from());
      Integer to = link.to() == null ? null : slotOfStep.get(link.to());
      if (from != null && to != null && to <= from && link.kind() != StepLink.Kind.EXIT) {
        found.add(new Loop(to, from));
      }
    }
    List<Loop> nested = new ArrayList<>();
    found.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(Loop::from).thenComparing(Loop::to, Comparator.reverseOrder()))
        .forEach(loop -> addNested(nested, loop));
    return nested;
  }

  private static void addNested(List<Loop> nested, Loop loop) {
    Loop merged = loop;
    for (Loop other : List.copyOf(nested)) {
      boolean crosses =
          other.from() < merged.from() && merged.from() <= other.to() && other.to() < merged.to();
      if (crosses) {
        nested.remove(other);
        merged = new Loop(other.from(), merged.to());
      }
    }
    if (!nested.contains(merged)) {
      nested.add(merged);
    }
  }

  private void jump(StepLink link, List<Loop> loops) {
    Integer from = slotOfStep.get(link.from());
    if (from == null) {
      return;
    }
    if (link.kind() == StepLink.Kind.EXIT) {
      relax(from + 1, slots.size());
    } else {
      Integer to = link.to() == null ? null : slotOfStep.get(link.to());
      if (to != null && to > from && !loops.contains(new Loop(from, to))) {
        relax(from + 1, to);
      }
    }
  }

  private void relax(int from, int to) {
    for (int i = from; i < to; i++) {
      PlanElement slot = slots.get(i);
      if (slot != null && !(slot instanceof PlanElement.Optional)) {
        slots.set(i, new PlanElement.Optional(slot));
      }
    }
  }

  /// The elements of slots `from` (inclusive) to `to` (exclusive), with the loops inside.
  private List<PlanElement> sequence(int from, int to, List<Loop> loops) {
    List<PlanElement> elements = new ArrayList<>();
    int i = from;
    while (i < to) {
      int at = i;
      Optional<Loop> widest =
          loops.stream()
              .filter(l -> l.from() == at && l.to() < to)
              .max(Comparator.comparingInt(Loop::to));
      Optional<Parting> parting =
          partings.stream().filter(p -> p.from() == at && p.to() <= to).findFirst();
      if (parting.isPresent() && (widest.isEmpty() || widest.get().to() < parting.get().to() - 1)) {
        ways(parting.get(), loops).ifPresent(elements::add);
        i = parting.get().to();
      } else if (widest.isPresent()) {
        Loop loop = widest.get();
        List<Loop> inside = loops.stream().filter(l -> !l.equals(loop)).toList();
        List<PlanElement> again = sequence(loop.from(), loop.to() + 1, inside);
        if (!again.isEmpty()) {
          elements.add(repeated(inOrder(again)));
        }
        i = loop.to() + 1;
      } else {
        PlanElement slot = slots.get(i);
        if (slot != null) {
          elements.add(slot);
        }
        i++;
      }
    }
    return elements;
  }

  /// One of two ways; optional when nothing of one of them can be seen.
  private Optional<PlanElement> ways(Parting parting, List<Loop> loops) {
    List<PlanElement> ways = new ArrayList<>();
    for (List<PlanElement> way :
        List.of(
            sequence(parting.from(), parting.split(), loops),
            sequence(parting.split(), parting.to(), loops))) {
      if (!way.isEmpty()) {
        ways.add(inOrder(way));
      }
    }
    return switch (ways.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new PlanElement.Optional(mandatory(ways.getFirst())));
      default -> Optional.of(oneOf(ways));
    };
  }

  private static PlanElement repeated(PlanElement element) {
    return element instanceof PlanElement.Repeatable
        ? element
        : new PlanElement.Repeatable(element);
  }

  private static PlanElement inOrder(List<PlanElement> elements) {
    return elements.size() == 1 ? elements.getFirst() : new PlanElement.Sequence(elements);
  }

  private static PlanElement mandatory(PlanElement element) {
    return element instanceof PlanElement.Optional(PlanElement inside) ? inside : element;
  }

  /// One of several, or the only one.
  static PlanElement oneOf(List<PlanElement> elements) {
    return elements.size() == 1 ? elements.getFirst() : new PlanElement.AnyOf(elements);
  }
}
