package dev.sojourn.kernel.align;

import static dev.sojourn.kernel.align.PlanAutomaton.NOTHING;

import java.util.Arrays;

/// The least cost from each place of a journey and each state of a plan to the end of both. For one
/// thread; the memory is kept from journey to journey.
///
/// A row holds the costs of all states at one place. Rows are computed from the last place back,
/// each in two steps: what the next touchpoint of the journey allows (matched 0, inserted 1), then
/// what the plan allows without it (a touchpoint left out 1, a choice 0). The second step is a
/// shortest path with costs 0 and 1 inside the row. One pass over the edges in descending order
/// finds all paths without a way back, a second pass all paths with one. Two are never needed:
/// every loop has one way in and one way out, so a path that goes back twice has come by its goal
/// before.
///
/// Long journeys against large plans do not keep all rows: every so often one is kept, and those
/// between are computed again when the walk comes to them. That is twice the work for memory that
/// grows with the square root of the journey.
final class CostTable {

  /// More than any cost; two of them still fit into an int.
  static final int UNREACHABLE = 1 << 29;

  /// How many costs are kept at most before rows are computed twice.
  static final int KEPT_COSTS = 1 << 20;

  private final PlanAutomaton plan;
  private final boolean prefix;
  private final int keptCosts;
  private final int states;
  private char[] path = new char[0];
  private int length;
  private int stride;
  private int firstRow;
  private int lastRow;
  private int[] rows = new int[0];
  private int[] kept = new int[0];

  CostTable(PlanAutomaton plan, boolean prefix, int keptCosts) {
    this.plan = plan;
    this.prefix = prefix;
    this.keptCosts = keptCosts;
    this.states = plan.states();
  }

  /// Computes the costs of a journey.
  ///
  /// @param journey touchpoint numbers of the plan; not kept by the caller's changing it until the
  ///   walk is over
  /// @return the least cost of the whole journey
  int compute(char[] journey, int events) {
    path = journey;
    length = events;
    boolean all = (events + 1L) * states <= keptCosts;
    stride = Math.max(1, all ? events : (int) Math.ceil(Math.sqrt(events)));
    int blocks = Math.max(1, Math.ceilDiv(events, stride));
    rows = atLeast(rows, (Math.min(stride, events) + 1) * states);
    kept = atLeast(kept, (blocks + 1) * states);
    lastCosts(blocks * states);
    for (int b = blocks - 1; b >= 0; b--) {
      load(b);
      System.arraycopy(rows, 0, kept, b * states, states);
    }
    return rows[0];
  }

  /// Where the costs of a place begin in [#costs()]. Places are asked for in ascending order; those
  /// of a place and the next are there together.
  int row(int place) {
    if (place >= lastRow && place < length) {
      load(place / stride);
    }
    return (place - firstRow) * states;
  }

  /// The costs, row by row.
  int[] costs() {
    return rows;
  }

  private static int[] atLeast(int[] array, int size) {
    return array.length >= size ? array : new int[Math.max(size, array.length * 2)];
  }

  private void lastCosts(int at) {
    if (prefix) {
      Arrays.fill(kept, at, at + states, 0);
    } else {
      Arrays.fill(kept, at, at + states, UNREACHABLE);
      kept[at + plan.end()] = 0;
      close(kept, at);
    }
  }

  private void load(int block) {
    firstRow = block * stride;
    lastRow = Math.min(firstRow + stride, length);
    System.arraycopy(kept, (block + 1) * states, rows, (lastRow - firstRow) * states, states);
    for (int place = lastRow - 1; place >= firstRow; place--) {
      step((place - firstRow) * states, path[place]);
    }
  }

  private void step(int at, int touchpoint) {
    int[] v = rows;
    int next = at + states;
    for (int q = 0; q < states; q++) {
      v[at + q] = v[next + q] + 1;
    }
    int end = plan.askStart()[touchpoint + 1];
    for (int a = plan.askStart()[touchpoint]; a < end; a++) {
      int e = plan.ask()[a];
      int from = at + plan.edgeFrom()[e];
      v[from] = Math.min(v[from], v[next + plan.edgeTo()[e]]);
    }
    close(v, at);
  }

  private void close(int[] v, int at) {
    leaveOut(v, at);
    boolean shorter = false;
    for (int q : plan.loops()) {
      int again = v[at + plan.back()[q]];
      if (again < v[at + q]) {
        v[at + q] = again;
        shorter = true;
      }
    }
    if (shorter) {
      leaveOut(v, at);
    }
  }

  private void leaveOut(int[] v, int at) {
    int[] from = plan.edgeFrom();
    int[] to = plan.edgeTo();
    int[] touchpoint = plan.edgeTouchpoint();
    for (int e = from.length - 1; e >= 0; e--) {
      int cost = v[at + to[e]] + (touchpoint[e] == NOTHING ? 0 : 1);
      if (cost < v[at + from[e]]) {
        v[at + from[e]] = cost;
      }
    }
  }
}
