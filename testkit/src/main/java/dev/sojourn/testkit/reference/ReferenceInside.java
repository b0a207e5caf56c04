package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Who is inside a count, all on one page; `docs/concepts/semantics-customers-inside.md`.
public final class ReferenceInside {

  private ReferenceInside() {}

  /// Everyone inside, in order, and where they go next.
  ///
  /// @param dataThrough the moment through which everything that happened is known
  public static Inside answer(
      Spec spec,
      Count count,
      UnitPage.Order order,
      PlainJourneys journeys,
      @Nullable Instant dataThrough) {
    List<Inside.Unit> units = new ArrayList<>();
    Map<String, Long> after = new TreeMap<>();
    Map<String, Long> lasts = new TreeMap<>();
    long nothingAfter = 0;
    for (PlainJourney journey : Visible.events(spec, journeys)) {
      Integer place = place(spec, count, journey, dataThrough);
      if (place == null) {
        continue;
      }
      List<PlainEvent> events = journey.events();
      List<Instant> times =
          events.stream().map(PlainEvent::time).filter(Objects::nonNull).sorted().toList();
      units.add(
          new Inside.Unit(
              journey.unit(),
              events.size(),
              times.isEmpty() ? null : times.getFirst(),
              times.isEmpty() ? null : times.getLast(),
              events.getLast().name()));
      lasts.merge(events.getLast().name(), 1L, Long::sum);
      if (place == events.size() - 1) {
        nothingAfter++;
      } else {
        after.merge(events.get(place + 1).name(), 1L, Long::sum);
      }
    }
    units.sort(order(order));
    return new Inside(units.size(), units, null, most(after), nothingAfter, most(lasts));
  }

  private static Comparator<Inside.Unit> order(UnitPage.Order order) {
    Comparator<Inside.Unit> byId = Comparator.comparing(Inside.Unit::id);
    Comparator<Instant> newestFirst = Comparator.reverseOrder();
    return switch (order) {
      case ID -> byId;
      case LATEST ->
          Comparator.comparing(Inside.Unit::lastTime, Comparator.nullsLast(newestFirst))
              .thenComparing(byId);
    };
  }

  private static List<Inside.Tally> most(Map<String, Long> units) {
    return units.entrySet().stream()
        .map(e -> new Inside.Tally(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(Inside.Tally::units).reversed())
        .toList();
  }

  /// The event of the journey that the count looks at; null when the journey is not inside.
  private static @Nullable Integer place(
      Spec spec, Count count, PlainJourney journey, @Nullable Instant dataThrough) {
    List<String> path = journey.path();
    int last = path.size() - 1;
    return switch (count) {
      case Count.FunnelStep step ->
          ReferenceFunnel.place((Spec.Funnel) spec, step, journey.events(), dataThrough);
      case Count.Edge edge ->
          first(
              path.size(),
              i -> i > 0 && path.get(i - 1).equals(edge.from()) && path.get(i).equals(edge.to()));
      case Count.Start start -> path.getFirst().equals(start.touchpoint()) ? 0 : null;
      case Count.End end -> path.getLast().equals(end.touchpoint()) ? last : null;
      case Count.Variant variant -> path.equals(variant.path()) ? last : null;
      case Count.Touchpoint touchpoint ->
          first(path.size(), i -> touchpoint.names().contains(path.get(i)));
      case Count.PathNode node ->
          ReferencePaths.place((Spec.Paths) spec, node, journey.events(), dataThrough);
      case Count.PathLink link ->
          ReferencePaths.place((Spec.Paths) spec, link, journey.events(), dataThrough);
      case Count.All _ -> last;
    };
  }

  private static @Nullable Integer first(int size, IntPredicate wanted) {
    for (int i = 0; i < size; i++) {
      if (wanted.test(i)) {
        return i;
      }
    }
    return null;
  }
}
