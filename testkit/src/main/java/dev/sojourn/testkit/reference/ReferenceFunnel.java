package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.FunnelStep;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far units come along ordered steps; `docs/concepts/semantics-funnel.md`.
///
/// Every entry opens an attempt, and each attempt takes the earliest event that is its next step.
final class ReferenceFunnel {

  private ReferenceFunnel() {}

  /// Where in a journey each step that an attempt came to happened.
  private record Attempt(List<Integer> places) {
    int depth() {
      return places.size();
    }
  }

  static AnalysisResult.Funnel answer(
      Spec.Funnel spec, List<PlainJourney> journeys, @Nullable Instant dataThrough) {
    int steps = spec.steps().size();
    long[] reached = new long[steps + 1];
    long[] inProgress = new long[steps];
    List<List<Duration>> elapsed = new ArrayList<>();
    spec.steps().forEach(step -> elapsed.add(new ArrayList<>()));
    for (PlainJourney journey : journeys) {
      List<PlainEvent> events = journey.events();
      List<Attempt> attempts = attempts(spec, events);
      if (attempts.isEmpty()) {
        continue;
      }
      Attempt chosen = chosen(events, attempts);
      for (int k = 0; k < chosen.depth(); k++) {
        reached[k]++;
        Duration since = k == 0 ? null : between(events, chosen.places(), k - 1, k);
        if (since != null) {
          elapsed.get(k).add(since);
        }
      }
      // Whoever began again lately may still come further, whatever became of earlier attempts.
      Instant latest = events.get(attempts.getLast().places().getFirst()).time();
      if (chosen.depth() < steps && isOpen(spec.window(), latest, dataThrough)) {
        inProgress[chosen.depth() - 1]++;
      }
    }
    return result(spec, journeys, reached, inProgress, elapsed);
  }

  /// The event with which a unit first came to a step; null when it is not inside the count.
  static @Nullable Integer place(
      Spec.Funnel spec,
      Count.FunnelStep count,
      List<PlainEvent> events,
      @Nullable Instant dataThrough) {
    List<Attempt> attempts = attempts(spec, events);
    int depth = attempts.stream().mapToInt(Attempt::depth).max().orElse(0);
    if (depth < count.step()) {
      return null;
    }
    boolean stopped = depth == count.step() && depth < spec.steps().size();
    Instant latest = events.get(attempts.getLast().places().getFirst()).time();
    boolean open = isOpen(spec.window(), latest, dataThrough);
    boolean inside =
        switch (count.outcome()) {
          case REACHED -> true;
          case DROPPED -> stopped && !open;
          case IN_PROGRESS -> stopped && open;
        };
    return inside
        ? attempts.stream()
            .filter(a -> a.depth() >= count.step())
            .map(a -> a.places().get(count.step() - 1))
            .min(Comparator.naturalOrder())
            .orElseThrow()
        : null;
  }

  /// One attempt an entry, in the order of the entries.
  private static List<Attempt> attempts(Spec.Funnel spec, List<PlainEvent> events) {
    List<Attempt> attempts = new ArrayList<>();
    for (int entry = 0; entry < events.size(); entry++) {
      PlainEvent first = events.get(entry);
      if (!spec.steps().getFirst().contains(first.name())
          || !Visible.inside(spec.during(), first.time())) {
        continue;
      }
      List<Integer> places = new ArrayList<>(List.of(entry));
      for (int i = entry + 1; i < events.size() && places.size() < spec.steps().size(); i++) {
        PlainEvent next = events.get(i);
        if (spec.steps().get(places.size()).contains(next.name())
            && isWithin(spec.window(), first.time(), next.time())) {
          places.add(i);
        }
      }
      attempts.add(new Attempt(places));
    }
    return attempts;
  }

  /// The deepest; of those the first to get there; of those the one that began last; of those that
  /// began at one time the first.
  private static Attempt chosen(List<PlainEvent> events, List<Attempt> attempts) {
    Comparator<Instant> untimedFirst = Comparator.nullsFirst(Comparator.naturalOrder());
    return attempts.stream()
        .min(
            Comparator.comparing(Attempt::depth)
                .reversed()
                .thenComparing(a -> events.get(a.places().getLast()).time(), untimedFirst)
                .thenComparing(
                    a -> events.get(a.places().getFirst()).time(), untimedFirst.reversed()))
        .orElseThrow();
  }

  /// Among events without time order alone counts; how long it took from one of them to one with a
  /// time is not known to be within any window.
  private static boolean isWithin(
      @Nullable Duration window, @Nullable Instant start, @Nullable Instant time) {
    if (window == null || time == null) {
      return true;
    }
    return start != null && Duration.between(start, time).compareTo(window) <= 0;
  }

  /// Whether the latest attempt could still go on; then it could come further than any other.
  private static boolean isOpen(
      @Nullable Duration window, @Nullable Instant start, @Nullable Instant dataThrough) {
    return window != null
        && start != null
        && dataThrough != null
        && Duration.between(start, dataThrough).compareTo(window) < 0;
  }

  private static @Nullable Duration between(
      List<PlainEvent> events, List<Integer> places, int step, int next) {
    Instant start = events.get(places.get(step)).time();
    Instant end = events.get(places.get(next)).time();
    return start == null || end == null ? null : Duration.between(start, end);
  }

  private static AnalysisResult.Funnel result(
      Spec.Funnel spec,
      List<PlainJourney> journeys,
      long[] reached,
      long[] inProgress,
      List<List<Duration>> elapsed) {
    List<FunnelStep> steps = new ArrayList<>();
    int last = spec.steps().size() - 1;
    for (int k = 0; k <= last; k++) {
      steps.add(
          new FunnelStep(
              k + 1,
              spec.steps().get(k),
              reached[k],
              inProgress[k],
              k == last ? 0 : reached[k] - reached[k + 1] - inProgress[k],
              new Rate(reached[k], reached[0]),
              k == 0 ? null : new Rate(reached[k], reached[k - 1]),
              Figures.elapsed(elapsed.get(k))));
    }
    return new AnalysisResult.Funnel(Visible.population(journeys), steps);
  }
}
