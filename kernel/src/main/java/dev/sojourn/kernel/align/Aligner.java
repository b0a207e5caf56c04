package dev.sojourn.kernel.align;

import static dev.sojourn.kernel.align.PlanAutomaton.NOTHING;

import dev.sojourn.kernel.spec.Spec.Unfinished;
import dev.sojourn.kernel.spec.Spec.Unmatched;
import java.util.Arrays;
import java.util.BitSet;

/// Holds one journey after the other against a plan. For one thread; what it answers is that of the
/// last journey, and its memory is kept for the next.
///
/// An alignment is a list of moves: a touchpoint is *matched* (the journey has it where the plan
/// asks for it, cost 0), *left out* (the plan asks, the journey does not have it there, cost 1) or
/// *inserted* (the journey has it, the plan does not ask there, cost 1). Of all alignments with the
/// least cost the one is taken that comes first in the dictionary, where matched comes before left
/// out before inserted, and among touchpoints left out the name decides. Touchpoints that the plan
/// does not know are inserted wherever they stand and have no say in that.
public final class Aligner {

  /// A touchpoint of the journey that the plan does not know.
  public static final char UNKNOWN = 0xFFFF;

  private final AlignmentPlan plan;
  private final PlanAutomaton automaton;
  private final CostTable table;
  private final BitSet walkedArrows;

  private final int[] matched;
  private final int[] leftOut;
  private final int[] inserted;
  private char[] known = new char[64];
  private int length;
  private int unknown;
  private int cost;

  private final int[] stamp;
  private int stamps;
  private int[] here;
  private int[] next;
  private int count;
  private int matchedBefore;

  /// An aligner for a plan.
  public Aligner(AlignmentPlan plan) {
    this(plan, CostTable.KEPT_COSTS);
  }

  Aligner(AlignmentPlan plan, int keptCosts) {
    this.plan = plan;
    this.automaton = plan.automaton();
    this.table = new CostTable(automaton, plan.unfinished() == Unfinished.PREFIX, keptCosts);
    int touchpoints = plan.touchpoints().size();
    this.matched = new int[touchpoints];
    this.leftOut = new int[touchpoints];
    this.inserted = new int[touchpoints];
    this.walkedArrows = new BitSet(plan.arrows());
    this.stamp = new int[automaton.states()];
    this.here = new int[automaton.states()];
    this.next = new int[automaton.states()];
  }

  /// Holds a journey against the plan.
  ///
  /// @param path numbers of the plan's touchpoints; every other number, such as [#UNKNOWN], is a
  ///   touchpoint that the plan does not know
  /// @param from the first event of the journey
  /// @param to the one after the last
  public void align(char[] path, int from, int to) {
    if (known.length < to - from) {
      known = new char[Math.max(to - from, known.length * 2)];
    }
    length = 0;
    for (int i = from; i < to; i++) {
      if (path[i] < matched.length) {
        known[length++] = path[i];
      }
    }
    unknown = plan.unmatched() == Unmatched.OUT_OF_SCOPE ? 0 : to - from - length;
    Arrays.fill(matched, 0);
    Arrays.fill(leftOut, 0);
    Arrays.fill(inserted, 0);
    walkedArrows.clear();
    matchedBefore = NOTHING;
    cost = table.compute(known, length);
    walk();
    cost += unknown;
  }

  /// What is left out and what is inserted, together.
  public int cost() {
    return cost;
  }

  /// Touchpoints of the journey that count: all, or those that are not out of scope.
  public int length() {
    return length + unknown;
  }

  /// Touchpoints of the journey that the plan does not know; 0 when they are out of scope.
  public int unexpected() {
    return unknown;
  }

  /// How often a touchpoint of the plan is matched.
  public int matched(int touchpoint) {
    return matched[touchpoint];
  }

  /// How often a touchpoint of the plan is left out although it is asked for.
  public int leftOut(int touchpoint) {
    return leftOut[touchpoint];
  }

  /// How often a touchpoint of the plan is inserted where it is not asked for.
  public int inserted(int touchpoint) {
    return inserted[touchpoint];
  }

  /// Adds the arrows of the plan that the journey walked: two touchpoints matched one after the
  /// other with nothing left out between them.
  public void addArrows(BitSet arrows) {
    arrows.or(walkedArrows);
  }

  /// Takes the first of the best alignments in the order of the dictionary. All states in `here`
  /// are reached by the same moves, so a choice between moves is never one between states.
  private void walk() {
    int place = 0;
    int ahead = cost;
    here[0] = 0;
    count = 1;
    while (true) {
      int row = table.row(place);
      goOnFreely(row, ahead);
      if (place == length && ahead == 0) {
        return;
      }
      if (place < length && move(known[place], row + automaton.states(), ahead)) {
        match(known[place]);
        place++;
      } else if (leavesOut(row, ahead - 1)) {
        ahead--;
      } else {
        stay(row + automaton.states(), ahead - 1);
        inserted[known[place]]++;
        place++;
        ahead--;
      }
    }
  }

  /// Adds the states that are reached without a move and without losing the least cost.
  private void goOnFreely(int row, int ahead) {
    int[] costs = table.costs();
    newStamps();
    for (int i = 0; i < count; i++) {
      stamp[here[i]] = stamps;
    }
    for (int i = 0; i < count; i++) {
      int q = here[i];
      int again = automaton.back()[q];
      if (again != NOTHING) {
        reach(again, costs[row + again] == ahead);
      }
      for (int e = automaton.edgeStart()[q]; e < automaton.edgeStart()[q + 1]; e++) {
        int to = automaton.edgeTo()[e];
        reach(to, automaton.edgeTouchpoint()[e] == NOTHING && costs[row + to] == ahead);
      }
    }
  }

  private void reach(int state, boolean best) {
    if (best && stamp[state] != stamps) {
      stamp[state] = stamps;
      here[count++] = state;
    }
  }

  private boolean leavesOut(int row, int ahead) {
    int[] costs = table.costs();
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      for (int e = automaton.edgeStart()[here[i]]; e < automaton.edgeStart()[here[i] + 1]; e++) {
        int touchpoint = automaton.edgeTouchpoint()[e];
        if (touchpoint != NOTHING && costs[row + automaton.edgeTo()[e]] == ahead) {
          first = Math.min(first, touchpoint);
        }
      }
    }
    if (first == Integer.MAX_VALUE) {
      return false;
    }
    move(first, row, ahead);
    leftOut[first]++;
    matchedBefore = NOTHING;
    return true;
  }

  /// Goes over all edges that ask for a touchpoint and keep the least cost.
  private boolean move(int touchpoint, int row, int ahead) {
    int[] costs = table.costs();
    newStamps();
    int moved = 0;
    for (int i = 0; i < count; i++) {
      for (int e = automaton.edgeStart()[here[i]]; e < automaton.edgeStart()[here[i] + 1]; e++) {
        int to = automaton.edgeTo()[e];
        if (automaton.edgeTouchpoint()[e] == touchpoint
            && costs[row + to] == ahead
            && stamp[to] != stamps) {
          stamp[to] = stamps;
          next[moved++] = to;
        }
      }
    }
    if (moved == 0) {
      return false;
    }
    int[] before = here;
    here = next;
    next = before;
    count = moved;
    return true;
  }

  private void stay(int nextRow, int ahead) {
    int[] costs = table.costs();
    int stayed = 0;
    for (int i = 0; i < count; i++) {
      if (costs[nextRow + here[i]] == ahead) {
        here[stayed++] = here[i];
      }
    }
    count = stayed;
  }

  private void match(int touchpoint) {
    matched[touchpoint]++;
    if (matchedBefore != NOTHING) {
      walkedArrows.set(plan.arrowSet().number(matchedBefore, touchpoint));
    }
    matchedBefore = touchpoint;
  }

  private void newStamps() {
    if (++stamps == 0) {
      Arrays.fill(stamp, 0);
      stamps = 1;
    }
  }
}
