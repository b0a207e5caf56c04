package dev.sojourn.kernel.align;

/// A plan as a small automaton. State 0 is where every journey starts; states are numbered such
/// that every edge but the way back of a loop leads to a higher number. Immutable.
///
/// Edges are in ascending order of the state they leave; those of state `q` are at `[edgeStart[q],
/// edgeStart[q + 1])`.
///
/// @param end the state in which the plan is fulfilled
/// @param edgeStart where the edges of each state begin; one more entry than states
/// @param edgeFrom the state that an edge leaves
/// @param edgeTo the state that it leads to
/// @param edgeTouchpoint the touchpoint that it asks for, or [#NOTHING]
/// @param back for each state the state at which its loop begins again, or [#NOTHING]
/// @param askStart for each touchpoint where its edges begin in `ask`; one more entry than
///   touchpoints
/// @param ask numbers of the edges that ask for a touchpoint, by touchpoint
/// @param loops the states that have a way back
record PlanAutomaton(
    int end,
    int[] edgeStart,
    int[] edgeFrom,
    int[] edgeTo,
    int[] edgeTouchpoint,
    int[] back,
    int[] askStart,
    int[] ask,
    int[] loops) {

  /// No touchpoint, no state.
  static final int NOTHING = -1;

  int states() {
    return back.length;
  }

  int edges() {
    return edgeFrom.length;
  }
}
