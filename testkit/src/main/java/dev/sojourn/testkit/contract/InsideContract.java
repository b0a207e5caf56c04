package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.Count.Outcome;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.kernel.spec.UnitPage.Order;
import dev.sojourn.testkit.journey.Notation;
import dev.sojourn.testkit.journey.PlainJourneys;
import dev.sojourn.testkit.random.RandomCases;
import dev.sojourn.testkit.random.RandomSpecs;
import dev.sojourn.testkit.reference.ReferenceInside;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every engine must do when a count is opened: the list has as many units as the count says,
/// and they are those of the reference, in its order, however they are paged.
public abstract class InsideContract {

  /// Random cases an analysis.
  protected int cases() {
    return 250;
  }

  /// The answer to a question over a snapshot.
  protected abstract AnalysisResult run(Spec spec, Journeys journeys);

  /// The units inside a count of that answer.
  protected abstract Inside inside(Spec spec, Count count, UnitPage page, Journeys journeys);

  private record Kind(String name, RandomSpecs.Kind specs) {}

  @TestFactory
  @DisplayName("Every count of a random answer opens to as many units, those of the reference")
  Stream<DynamicTest> listsWhoIsCounted() {
    return Stream.of(
            new Kind("summary", RandomSpecs::summary),
            new Kind("flow", RandomSpecs::flow),
            new Kind("variants", RandomSpecs::variants),
            new Kind("paths", RandomSpecs::paths),
            new Kind("funnel", RandomSpecs::funnel))
        .map(kind ->
            DynamicTest.dynamicTest(
                kind.name(),
                () ->
                    RandomCases.each(
                        "inside-" + kind.name(),
                        cases(),
                        kind.specs(),
                        sample -> {
                          SplittableRandom random = new SplittableRandom(sample.seed());
                          Journeys table = sample.journeys().table().inParts(random.nextInt(1, 5));
                          counts(sample.spec(), run(sample.spec(), table))
                              .forEach((count, expected) ->
                                  check(sample.spec(), count, expected, sample.journeys(), table));
                        })));
  }

  /// The counts of an answer, and what each says.
  private static Map<Count, Long> counts(Spec spec, AnalysisResult result) {
    Map<Count, Long> counts = new LinkedHashMap<>();
    counts.put(new Count.All(), result.population().units());
    switch (result) {
      case AnalysisResult.Flow flow -> {
        flow.edges().forEach(e -> counts.put(new Count.Edge(e.from(), e.to()), e.units()));
        flow.starts().forEach(e -> counts.put(new Count.Start(e.touchpoint()), e.units()));
        flow.ends().forEach(e -> counts.put(new Count.End(e.touchpoint()), e.units()));
      }
      case AnalysisResult.Variants variants ->
          variants.variants().forEach(v -> counts.put(new Count.Variant(v.path()), v.units()));
      case AnalysisResult.Paths paths -> {
        for (AnalysisResult.PathNode node : paths.nodes()) {
          Count.Choice at = choice(paths, node.step(), node.touchpoint());
          counts.put(new Count.PathNode(node.step(), at, null), node.units());
          node.ended()
              .forEach((outcome, units) ->
                  counts.put(new Count.PathNode(node.step(), at, outcome), units));
        }
        for (AnalysisResult.PathLink link : paths.links()) {
          counts.put(
              new Count.PathLink(
                  link.step(),
                  choice(paths, link.step(), link.from()),
                  choice(paths, link.step() + 1, link.to())),
              link.units());
        }
      }
      case AnalysisResult.Funnel funnel -> {
        for (AnalysisResult.FunnelStep step : funnel.steps()) {
          counts.put(new Count.FunnelStep(step.step(), Outcome.REACHED), step.reached());
          counts.put(new Count.FunnelStep(step.step(), Outcome.DROPPED), step.dropped());
          counts.put(new Count.FunnelStep(step.step(), Outcome.IN_PROGRESS), step.inProgress());
        }
        counts.put(new Count.Touchpoint(((Spec.Funnel) spec).steps().getFirst()), UNCOUNTED);
      }
      default -> {}
    }
    return counts;
  }

  /// A node of paths: a touchpoint, or all but those of the step that are told apart.
  private static Count.Choice choice(
      AnalysisResult.Paths paths, int step, @Nullable String touchpoint) {
    return touchpoint != null
        ? new Count.Choice(List.of(touchpoint), false)
        : new Count.Choice(
            paths.nodes().stream()
                .filter(n -> n.step() == step)
                .map(AnalysisResult.PathNode::touchpoint)
                .filter(Objects::nonNull)
                .toList(),
            true);
  }

  /// A count that no answer says.
  private static final long UNCOUNTED = -1;

  private void check(
      Spec spec, Count count, long expected, PlainJourneys journeys, Journeys table) {
    for (Order order : Order.values()) {
      Inside wanted = ReferenceInside.answer(spec, count, order, journeys, journeys.dataThrough());
      Inside whole = inside(spec, count, UnitPage.first(order, UnitPage.MAX_LIMIT), table);
      assertEquals(wanted, whole, count.toString());
      if (expected != UNCOUNTED) {
        assertEquals(expected, whole.total(), count.toString());
      }
      assertEquals(wanted.units(), paged(spec, count, order, table), count.toString());
    }
  }

  private List<Inside.Unit> paged(Spec spec, Count count, Order order, Journeys table) {
    List<Inside.Unit> all = new ArrayList<>();
    UnitPage page = UnitPage.first(order, 2);
    while (true) {
      Inside found = inside(spec, count, page, table);
      all.addAll(found.units());
      if (found.next() == null) {
        return all;
      }
      page = new UnitPage(order, 2, found.next(), null);
    }
  }

  @Test
  @DisplayName("Those who dropped out are listed newest first, with where they went instead")
  void droppedOut() {
    Journeys journeys =
        Notation.journeys(
                "ann: view@0 cart@1h pay@2h",
                "ben: view@0 search@1h",
                "cat: view@3h",
                "dan: view@0 search@30m leave@40m",
                "eve: view@9d")
            .table();
    Spec spec =
        new Spec.Funnel(
            List.of(List.of("view"), List.of("cart")),
            Answers.lasting("7d"),
            EventFilter.ALL,
            Period.ALWAYS);
    Inside dropped =
        inside(
            spec,
            new Count.FunnelStep(1, Outcome.DROPPED),
            UnitPage.first(Order.LATEST, 2),
            journeys);
    assertEquals(3, dropped.total());
    assertEquals(List.of("cat", "ben"), dropped.units().stream().map(Inside.Unit::id).toList());
    assertEquals(new UnitPage.Position(Answers.at("1h"), "ben"), dropped.next());
    assertEquals(List.of(new Inside.Tally("search", 2)), dropped.after());
    assertEquals(1, dropped.nothingAfter());
    Inside open =
        inside(
            spec,
            new Count.FunnelStep(1, Outcome.IN_PROGRESS),
            UnitPage.first(Order.ID, 2),
            journeys);
    assertEquals(
        List.of(new Inside.Unit("eve", 1, Answers.at("9d"), Answers.at("9d"), "view")),
        open.units());
    assertNull(open.next());
  }

  @Test
  @DisplayName("Only units whose public id is wanted are counted and listed")
  void wantedIds() {
    Journeys journeys = Notation.journeys("a1: x", "a2: x y", "b1: x").table();
    Inside found =
        inside(
            new Spec.Summary(EventFilter.ALL, Period.ALWAYS),
            new Count.All(),
            new UnitPage(Order.LATEST, 10, null, id -> id.startsWith("a")),
            journeys);
    assertEquals(2, found.total());
    assertEquals(
        List.of(
            new Inside.Unit("a1", 1, null, null, "x"), new Inside.Unit("a2", 2, null, null, "y")),
        found.units());
  }
}
