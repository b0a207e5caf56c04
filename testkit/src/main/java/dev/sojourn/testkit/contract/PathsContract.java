package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.PathLink;
import dev.sojourn.kernel.result.AnalysisResult.PathNode;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.AnalysisResult.WholePath;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.PathOutcome;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.random.RandomCases;
import dev.sojourn.testkit.random.RandomSpecs;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What units do step by step.
public interface PathsContract extends Answers {

  private static Spec.Paths from(List<String> start, List<String> end, int maxSteps) {
    return new Spec.Paths(start, end, true, maxSteps, 8, null, 10, EventFilter.ALL, Period.ALWAYS);
  }

  private AnalysisResult.Paths paths(Spec spec, String... journeys) {
    return (AnalysisResult.Paths) ask(spec, journeys);
  }

  private static Map<PathOutcome, Long> ended(PathOutcome how, long units) {
    Map<PathOutcome, Long> ended = new EnumMap<>(PathOutcome.class);
    for (PathOutcome outcome : PathOutcome.values()) {
      ended.put(outcome, outcome == how ? units : 0);
    }
    return ended;
  }

  @Test
  @DisplayName("Paths: runs are one step, and what is cut continues (vector G5)")
  default void pathsCollapseAndContinue() {
    assertEquals(
        new AnalysisResult.Paths(
            new Population(1, 5),
            1,
            List.of(
                new PathNode(1, "home", 1, 1, ended(PathOutcome.CONTINUES, 0)),
                new PathNode(2, "search", 1, 1, ended(PathOutcome.CONTINUES, 0)),
                new PathNode(3, "home", 1, 1, ended(PathOutcome.CONTINUES, 1))),
            List.of(new PathLink(1, "home", "search", 1), new PathLink(2, "search", "home", 1)),
            List.of(
                new WholePath(
                    List.of("home", "search", "home"), PathOutcome.CONTINUES, 1, new Rate(1, 1))),
            1,
            0),
        ask(from(List.of("home"), List.of(), 3), "ann: home home search home cart"));
  }

  @Test
  @DisplayName("Paths: between a start and the first end after it")
  default void pathsBetween() {
    assertEquals(
        List.of(
            new WholePath(List.of("a", "x", "b"), PathOutcome.ARRIVED, 2, new Rate(2, 4)),
            new WholePath(List.of("a", "b"), PathOutcome.ARRIVED, 1, new Rate(1, 4)),
            new WholePath(List.of("a", "x"), PathOutcome.DROPPED, 1, new Rate(1, 4))),
        paths(
                from(List.of("a"), List.of("b"), 5),
                "ann: b a x b b",
                "ben: a x b a b",
                "cat: a x",
                "dan: a b x",
                "eve: x b")
            .top());
  }

  @Test
  @DisplayName("Paths: up to an end, steps are counted back from its last occurrence")
  default void pathsBackward() {
    AnalysisResult.Paths answer =
        paths(from(List.of(), List.of("pay"), 3), "ann: pay a b pay c", "ben: b pay");
    assertEquals(
        List.of(
            new PathNode(-1, "pay", 1, 2, ended(PathOutcome.DROPPED, 0)),
            new PathNode(-2, "b", 1, 2, ended(PathOutcome.DROPPED, 1)),
            new PathNode(-3, "a", 1, 1, ended(PathOutcome.CONTINUES, 1))),
        answer.nodes());
    assertEquals(
        List.of(new PathLink(-2, "b", "pay", 2), new PathLink(-3, "a", "b", 1)), answer.links());
    assertEquals(
        List.of(
            new WholePath(List.of("a", "b", "pay"), PathOutcome.CONTINUES, 1, new Rate(1, 2)),
            new WholePath(List.of("b", "pay"), PathOutcome.DROPPED, 1, new Rate(1, 2))),
        answer.top());
  }

  @Test
  @DisplayName("Paths: what is not told apart at a step is one node, before links are summed")
  default void pathsKeepTheRest() {
    AnalysisResult.Paths answer =
        paths(
            new Spec.Paths(
                List.of(), List.of(), true, 5, 1, null, 10, EventFilter.ALL, Period.ALWAYS),
            "ann: a b",
            "ben: a c",
            "cat: d b",
            "dan: a e");
    assertEquals(
        List.of(
            new PathNode(1, "a", 1, 3, ended(PathOutcome.DROPPED, 0)),
            new PathNode(1, null, 1, 1, ended(PathOutcome.DROPPED, 0)),
            new PathNode(2, "b", 1, 2, ended(PathOutcome.DROPPED, 2)),
            new PathNode(2, null, 2, 2, ended(PathOutcome.DROPPED, 2))),
        answer.nodes());
    assertEquals(
        List.of(
            new PathLink(1, "a", null, 2),
            new PathLink(1, "a", "b", 1),
            new PathLink(1, null, "b", 1)),
        answer.links());
  }

  @Test
  @DisplayName("Paths: a gap longer than the timeout ends one; lately it is still in progress")
  default void pathsEndWithInactivity() {
    Spec.Paths spec =
        new Spec.Paths(
            List.of("a"),
            List.of(),
            true,
            5,
            8,
            Duration.ofHours(1),
            10,
            EventFilter.ALL,
            Period.ALWAYS);
    assertEquals(
        List.of(
            new WholePath(List.of("a"), PathOutcome.IN_PROGRESS, 1, new Rate(1, 3)),
            new WholePath(List.of("a"), PathOutcome.DROPPED, 1, new Rate(1, 3)),
            new WholePath(List.of("a", "b"), PathOutcome.DROPPED, 1, new Rate(1, 3))),
        paths(spec, "ann: a@0 b@1h c@3h", "ben: a@0 b@1h1ms", "cat: a@2h30m").top().stream()
            .sorted(Comparator.comparing(w -> w.path().size()))
            .toList());
  }

  @Test
  @DisplayName("Paths: what comes to a node goes on or ends there, and every step is counted whole")
  default void pathsLoseNobody() throws IOException {
    RandomCases.each(
        "paths-lose-nobody",
        500,
        RandomSpecs::paths,
        sample -> {
          Object outcome = outcome(sample.spec(), sample.journeys().table());
          if (outcome instanceof AnalysisResult.Paths answer) {
            answer.nodes().forEach(node -> losesNobody(answer, node));
            long first =
                answer.nodes().stream()
                    .filter(n -> Math.abs(n.step()) == 1)
                    .mapToLong(PathNode::units)
                    .sum();
            assertEquals(answer.units(), first, "units of the first step");
          }
        });
  }

  private static void losesNobody(AnalysisResult.Paths answer, PathNode node) {
    boolean backward = node.step() < 0;
    long near = links(answer, node.step() - 1, null, node);
    long far = links(answer, node.step(), node, null);
    long ended = node.ended().values().stream().mapToLong(Long::longValue).sum();
    assertEquals(node.units(), (backward ? near : far) + ended, "out of " + node);
    if (Math.abs(node.step()) > 1) {
      assertEquals(node.units(), backward ? far : near, "into " + node);
    }
  }

  private static long links(
      AnalysisResult.Paths answer, int step, @Nullable PathNode from, @Nullable PathNode to) {
    return answer.links().stream()
        .filter(l -> l.step() == step)
        .filter(l -> from == null || Objects.equals(l.from(), from.touchpoint()))
        .filter(l -> to == null || Objects.equals(l.to(), to.touchpoint()))
        .mapToLong(PathLink::units)
        .sum();
  }
}
