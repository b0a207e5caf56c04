package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.PathLink;
import dev.sojourn.kernel.result.AnalysisResult.PathNode;
import dev.sojourn.kernel.result.AnalysisResult.WholePath;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.PathOutcome;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What units do step by step; `docs/concepts/semantics-paths.md`.
///
/// Journeys are cut where nothing happened for too long, runs are made one item, and only then is
/// looked for anchors.
final class ReferencePaths {

  /// A run of equal touchpoints and its first event in the journey, or each event alone.
  private record Item(String name, int first, int last) {}

  /// @param items away from where the path is anchored
  private record Path(List<Item> items, PathOutcome outcome) {
    List<String> names() {
      return items.stream().map(Item::name).toList();
    }
  }

  private final Spec.Paths spec;
  private final @Nullable Instant known;

  private ReferencePaths(Spec.Paths spec, @Nullable Instant dataThrough) {
    this.spec = spec;
    Instant to = spec.during().to();
    known = dataThrough != null && to != null && to.isBefore(dataThrough) ? to : dataThrough;
  }

  private boolean backward() {
    return spec.start().isEmpty() && !spec.end().isEmpty();
  }

  private @Nullable Path path(List<PlainEvent> events) {
    List<Item> items = items(events);
    int anchor = anchor(items, events.size());
    if (anchor < 0) {
      return null;
    }
    List<Item> ahead = new ArrayList<>(items.subList(anchor, items.size()));
    if (backward()) {
      ahead = new ArrayList<>(items.subList(0, anchor + 1).reversed());
    }
    List<Item> taken = new ArrayList<>(List.of(ahead.removeFirst()));
    while (!ahead.isEmpty()) {
      Item next = ahead.removeFirst();
      if (isApart(taken.getLast(), next, events)) {
        return new Path(taken, PathOutcome.DROPPED);
      }
      if (taken.size() == spec.maxSteps()) {
        return new Path(taken, PathOutcome.CONTINUES);
      }
      taken.add(next);
      if (!backward() && spec.end().contains(next.name())) {
        return new Path(taken, PathOutcome.ARRIVED);
      }
    }
    return new Path(
        taken,
        !backward() && isOpen(events.getLast().time())
            ? PathOutcome.IN_PROGRESS
            : PathOutcome.DROPPED);
  }

  /// Runs; a gap that ends a path ends a run too.
  private List<Item> items(List<PlainEvent> events) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Item last = items.isEmpty() ? null : items.getLast();
      String name = events.get(i).name();
      if (spec.collapse()
          && last != null
          && last.name().equals(name)
          && !isLonger(events.get(i - 1), events.get(i))) {
        items.set(items.size() - 1, new Item(name, last.first(), i));
      } else {
        items.add(new Item(name, i, i));
      }
    }
    return items;
  }

  private int anchor(List<Item> items, int events) {
    for (int i = 0; i < items.size(); i++) {
      int at = backward() ? items.size() - 1 - i : i;
      List<String> wanted = backward() ? spec.end() : spec.start();
      if (wanted.isEmpty() || wanted.contains(items.get(at).name())) {
        return at;
      }
    }
    return events > 0 && spec.start().isEmpty() && spec.end().isEmpty() ? 0 : -1;
  }

  private boolean isApart(Item one, Item other, List<PlainEvent> events) {
    return one.first() < other.first()
        ? isLonger(events.get(one.last()), events.get(other.first()))
        : isLonger(events.get(other.last()), events.get(one.first()));
  }

  private boolean isLonger(PlainEvent before, PlainEvent after) {
    Duration timeout = spec.timeout();
    Instant from = before.time();
    Instant to = after.time();
    return timeout != null
        && from != null
        && to != null
        && Duration.between(from, to).compareTo(timeout) > 0;
  }

  private boolean isOpen(@Nullable Instant last) {
    Duration timeout = spec.timeout();
    if (timeout == null || known == null || last == null) {
      return false;
    }
    try {
      return Duration.between(last, known).compareTo(timeout) < 0;
    } catch (ArithmeticException | DateTimeException longerThanTime) {
      return true;
    }
  }

  static AnalysisResult.Paths answer(
      Spec.Paths spec, List<PlainJourney> journeys, @Nullable Instant dataThrough) {
    ReferencePaths reference = new ReferencePaths(spec, dataThrough);
    List<Path> paths = new ArrayList<>();
    for (PlainJourney journey : journeys) {
      Path path = reference.path(journey.events());
      if (path != null) {
        paths.add(path);
      }
    }
    return reference.result(journeys, paths);
  }

  private AnalysisResult.Paths result(List<PlainJourney> journeys, List<Path> paths) {
    int longest = paths.stream().mapToInt(p -> p.items().size()).max().orElse(0);
    List<Set<String>> rows = new ArrayList<>();
    List<PathNode> nodes = new ArrayList<>();
    List<PathLink> links = new ArrayList<>();
    for (int step = 0; step < longest; step++) {
      rows.add(rows(paths, step));
      nodes.addAll(nodes(paths, step, rows.get(step)));
    }
    for (int step = 1; step < longest; step++) {
      links.addAll(links(paths, step, rows));
    }
    Map<Path, Long> whole = new LinkedHashMap<>();
    for (Path path : paths) {
      whole.merge(nameless(path), 1L, Long::sum);
    }
    List<WholePath> top =
        whole.entrySet().stream()
            .sorted(
                Map.Entry.<Path, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry::getKey, ReferencePaths::inOrder))
            .limit(spec.top())
            .map(e -> whole(e.getKey(), e.getValue(), paths.size()))
            .toList();
    return new AnalysisResult.Paths(
        Visible.population(journeys),
        paths.size(),
        nodes,
        links,
        top,
        whole.size(),
        paths.size() - top.stream().mapToLong(WholePath::units).sum());
  }

  /// The same path whatever events it was.
  private static Path nameless(Path path) {
    return new Path(
        path.items().stream().map(i -> new Item(i.name(), 0, 0)).toList(), path.outcome());
  }

  /// Step by step; a path is behind those that it begins, for how it ended comes behind all names.
  private static int inOrder(Path a, Path b) {
    String[] left = a.names().toArray(String[]::new);
    String[] right = b.names().toArray(String[]::new);
    int same = Arrays.mismatch(left, right);
    if (same < 0) {
      return a.outcome().compareTo(b.outcome());
    }
    return same < left.length && same < right.length
        ? left[same].compareTo(right[same])
        : Integer.compare(right.length, left.length);
  }

  private WholePath whole(Path path, long units, long all) {
    List<String> names = backward() ? path.names().reversed() : path.names();
    return new WholePath(List.copyOf(names), path.outcome(), units, new Rate(units, all));
  }

  private Set<String> rows(List<Path> paths, int step) {
    Map<String, Long> units = new TreeMap<>();
    at(paths, step).forEach(p -> units.merge(p.items().get(step).name(), 1L, Long::sum));
    return units.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(spec.rowsPerStep())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<Path> at(Collection<Path> paths, int step) {
    return paths.stream().filter(p -> p.items().size() > step).toList();
  }

  private List<PathNode> nodes(List<Path> paths, int step, Set<String> rows) {
    List<Path> here = at(paths, step);
    List<PathNode> nodes = new ArrayList<>();
    for (String row : rows) {
      nodes.add(node(step, row, here.stream().filter(p -> name(p, step).equals(row)).toList()));
    }
    nodes.sort(
        Comparator.comparingLong(PathNode::units)
            .reversed()
            .thenComparing(PathNode::touchpoint, Comparator.nullsLast(Comparator.naturalOrder())));
    List<Path> rest = here.stream().filter(p -> !rows.contains(name(p, step))).toList();
    if (!rest.isEmpty()) {
      nodes.add(node(step, null, rest));
    }
    return nodes;
  }

  private static String name(Path path, int step) {
    return path.items().get(step).name();
  }

  private PathNode node(int step, @Nullable String touchpoint, List<Path> here) {
    Map<PathOutcome, Long> ended = new EnumMap<>(PathOutcome.class);
    for (PathOutcome outcome : PathOutcome.values()) {
      ended.put(
          outcome,
          here.stream()
              .filter(p -> p.items().size() == step + 1 && p.outcome() == outcome)
              .count());
    }
    Set<String> names = new TreeSet<>();
    here.forEach(p -> names.add(name(p, step)));
    return new PathNode(number(step), touchpoint, names.size(), here.size(), ended);
  }

  private int number(int step) {
    return backward() ? -1 - step : step + 1;
  }

  private List<PathLink> links(List<Path> paths, int step, List<Set<String>> rows) {
    List<PathLink> links = new ArrayList<>();
    for (Path path : at(paths, step)) {
      String near = row(rows.get(step - 1), name(path, step - 1));
      String far = row(rows.get(step), name(path, step));
      PathLink link =
          backward()
              ? new PathLink(number(step), far, near, 0)
              : new PathLink(number(step - 1), near, far, 0);
      links.add(link);
    }
    Map<PathLink, Long> units = new LinkedHashMap<>();
    links.forEach(link -> units.merge(link, 1L, Long::sum));
    Comparator<String> byName = Comparator.nullsLast(Comparator.naturalOrder());
    return units.entrySet().stream()
        .map(e -> new PathLink(e.getKey().step(), e.getKey().from(), e.getKey().to(), e.getValue()))
        .sorted(
            Comparator.comparingLong(PathLink::units)
                .reversed()
                .thenComparing(PathLink::from, byName)
                .thenComparing(PathLink::to, byName))
        .toList();
  }

  private static @Nullable String row(Set<String> rows, String name) {
    return rows.contains(name) ? name : null;
  }

  /// The event with which a unit's path comes to a node; null when it is not inside the count.
  static @Nullable Integer place(
      Spec.Paths spec,
      Count.PathNode count,
      List<PlainEvent> events,
      @Nullable Instant dataThrough) {
    ReferencePaths reference = new ReferencePaths(spec, dataThrough);
    Path path = reference.path(events);
    int step = Math.abs(count.step()) - 1;
    if (path == null || path.items().size() <= step || !holds(count.at(), name(path, step))) {
      return null;
    }
    boolean endsSo = path.items().size() == step + 1 && path.outcome() == count.outcome();
    return count.outcome() == null || endsSo ? path.items().get(step).first() : null;
  }

  /// The event with which a unit's path comes to the first node of a link.
  static @Nullable Integer place(
      Spec.Paths spec,
      Count.PathLink count,
      List<PlainEvent> events,
      @Nullable Instant dataThrough) {
    ReferencePaths reference = new ReferencePaths(spec, dataThrough);
    Path path = reference.path(events);
    int from = Math.abs(count.step()) - 1;
    int to = reference.backward() ? from - 1 : from + 1;
    if (path == null || path.items().size() <= Math.max(from, to)) {
      return null;
    }
    boolean inside = holds(count.from(), name(path, from)) && holds(count.to(), name(path, to));
    return inside ? path.items().get(from).first() : null;
  }

  private static boolean holds(Count.Choice choice, String name) {
    return choice.names().contains(name) != choice.except();
  }
}
