package dev.sojourn.kernel.align;

import static dev.sojourn.kernel.align.PlanAutomaton.NOTHING;

import dev.sojourn.kernel.spec.PlanElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Compiles a plan that was checked. For one thread, for one plan.
///
/// The construction is Thompson's: each element becomes a piece with one way in and one way out.
/// Two rules keep pieces apart where they meet: an element adds edges to the state that it is given
/// but none that lead back to it, and the state that it ends in has no edge of its own yet.
///
/// K. Thompson (1968), Regular expression search algorithm, Communications of the ACM 11, 419-422.
final class PlanAutomatonBuilder {

  private record Edge(int from, int to, int touchpoint) {}

  private final PlanShape shape;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Integer> back = new ArrayList<>();

  PlanAutomatonBuilder(PlanShape shape) {
    this.shape = shape;
  }

  PlanAutomaton build(PlanElement plan) {
    int end = add(plan, state());
    edges.sort(Comparator.comparingInt(Edge::from).thenComparingInt(Edge::to));
    int[] edgeStart = new int[back.size() + 1];
    int[] askStart = new int[shape.touchpoints().size() + 1];
    for (Edge edge : edges) {
      edgeStart[edge.from() + 1]++;
      if (edge.touchpoint() != NOTHING) {
        askStart[edge.touchpoint() + 1]++;
      }
    }
    Arrays.parallelPrefix(edgeStart, Integer::sum);
    Arrays.parallelPrefix(askStart, Integer::sum);
    int[] ask = new int[askStart[askStart.length - 1]];
    int[] filled = askStart.clone();
    for (int e = 0; e < edges.size(); e++) {
      int touchpoint = edges.get(e).touchpoint();
      if (touchpoint != NOTHING) {
        ask[filled[touchpoint]++] = e;
      }
    }
    int[] ways = back.stream().mapToInt(Integer::intValue).toArray();
    return new PlanAutomaton(
        end,
        edgeStart,
        edges.stream().mapToInt(Edge::from).toArray(),
        edges.stream().mapToInt(Edge::to).toArray(),
        edges.stream().mapToInt(Edge::touchpoint).toArray(),
        ways,
        askStart,
        ask,
        java.util.stream.IntStream.range(0, ways.length).filter(q -> ways[q] != NOTHING).toArray());
  }

  /// Adds an element behind a state.
  ///
  /// @return the state in which it is fulfilled
  private int add(PlanElement element, int from) {
    return switch (element) {
      case PlanElement.Touchpoint touchpoint -> {
        int to = state();
        edges.add(new Edge(from, to, shape.number(touchpoint.name())));
        yield to;
      }
      case PlanElement.Sequence sequence -> {
        int at = from;
        for (PlanElement next : sequence.elements()) {
          at = add(next, at);
        }
        yield at;
      }
      case PlanElement.Optional optional -> {
        int to = add(optional.element(), from);
        edges.add(new Edge(from, to, NOTHING));
        yield to;
      }
      case PlanElement.Repeatable repeatable -> {
        int again = state();
        edges.add(new Edge(from, again, NOTHING));
        int turn = add(repeatable.element(), again);
        back.set(turn, again);
        yield join(List.of(turn));
      }
      case PlanElement.AnyOf anyOf -> {
        List<Integer> ends = new ArrayList<>();
        for (PlanElement way : anyOf.elements()) {
          ends.add(add(way, from));
        }
        yield join(ends);
      }
      case PlanElement.AnyOrder anyOrder -> anyOrder(anyOrder.elements(), from);
    };
  }

  /// One state for each set of members that are done; a member leads from each set without it to
  /// the set with it. A set has a higher number than its subsets, hence the order of the states.
  private int anyOrder(List<PlanElement> members, int from) {
    int[] done = new int[1 << members.size()];
    done[0] = from;
    for (int set = 1; set < done.length; set++) {
      List<Integer> ends = new ArrayList<>();
      for (int last = 0; last < members.size(); last++) {
        if ((set & 1 << last) != 0) {
          ends.add(add(members.get(last), done[set & ~(1 << last)]));
        }
      }
      done[set] = join(ends);
    }
    return done[done.length - 1];
  }

  private int join(List<Integer> ends) {
    int to = state();
    for (int end : ends) {
      edges.add(new Edge(end, to, NOTHING));
    }
    return to;
  }

  private int state() {
    back.add(NOTHING);
    return back.size() - 1;
  }
}
