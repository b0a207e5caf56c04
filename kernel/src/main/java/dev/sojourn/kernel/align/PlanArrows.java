package dev.sojourn.kernel.align;

import static dev.sojourn.kernel.align.PlanAutomaton.NOTHING;

import java.util.Arrays;
import java.util.BitSet;

/// The arrows of a plan: pairs of touchpoints the second of which can directly follow the first
/// where the plan is kept. Immutable.
///
/// @param from where the arrows of each touchpoint begin; one more entry than touchpoints
/// @param to the touchpoint that each arrow leads to, ascending for each first touchpoint
record PlanArrows(int[] from, char[] to) {

  static PlanArrows of(PlanAutomaton automaton, int touchpoints) {
    BitSet[] first = firstAsked(automaton);
    BitSet[] after = new BitSet[touchpoints];
    Arrays.setAll(after, t -> new BitSet());
    for (int e = 0; e < automaton.edges(); e++) {
      int touchpoint = automaton.edgeTouchpoint()[e];
      if (touchpoint != NOTHING) {
        after[touchpoint].or(first[automaton.edgeTo()[e]]);
      }
    }
    int[] from = new int[touchpoints + 1];
    for (int t = 0; t < touchpoints; t++) {
      from[t + 1] = from[t] + after[t].cardinality();
    }
    char[] to = new char[from[touchpoints]];
    for (int t = 0; t < touchpoints; t++) {
      int at = from[t];
      for (int next = after[t].nextSetBit(0); next >= 0; next = after[t].nextSetBit(next + 1)) {
        to[at++] = (char) next;
      }
    }
    return new PlanArrows(from, to);
  }

  /// For each state the touchpoints that it can ask for next. Two passes are enough for the same
  /// reason as in [Aligner].
  private static BitSet[] firstAsked(PlanAutomaton automaton) {
    BitSet[] first = new BitSet[automaton.states()];
    Arrays.setAll(first, q -> new BitSet());
    for (int pass = 0; pass < 2; pass++) {
      for (int e = automaton.edges() - 1; e >= 0; e--) {
        int touchpoint = automaton.edgeTouchpoint()[e];
        if (touchpoint == NOTHING) {
          first[automaton.edgeFrom()[e]].or(first[automaton.edgeTo()[e]]);
        } else {
          first[automaton.edgeFrom()[e]].set(touchpoint);
        }
      }
      for (int q : automaton.loops()) {
        first[q].or(first[automaton.back()[q]]);
      }
    }
    for (int e = automaton.edges() - 1; e >= 0; e--) {
      if (automaton.edgeTouchpoint()[e] == NOTHING) {
        first[automaton.edgeFrom()[e]].or(first[automaton.edgeTo()[e]]);
      }
    }
    return first;
  }

  int count() {
    return to.length;
  }

  /// The number of an arrow, or a negative number when the plan does not have it.
  int number(int first, int second) {
    return Arrays.binarySearch(to, from[first], from[first + 1], (char) second);
  }
}
