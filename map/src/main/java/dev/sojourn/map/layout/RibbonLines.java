package dev.sojourn.map.layout;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The worn path in whole lines. In every stage as many lines go out as come in.
///
/// @param unit customers a line
/// @param stages one entry a stage
record RibbonLines(long unit, List<StageLines> stages) {

  RibbonLines {
    stages = List.copyOf(stages);
  }

  /// What happens to lines in one stage.
  ///
  /// @param through lines that come over the left edge
  /// @param starts lines that begin here; for the first stage they are those over its edge
  /// @param backIn lines that come from a later stage
  /// @param backOut lines that go to an earlier stage
  /// @param leaves lines that end here
  /// @param onward lines over the right edge
  /// @param startCount customers who set out here
  /// @param leaveCount customers behind `leaves`
  /// @param onwardCount customers behind `onward`
  record StageLines(
      int through,
      int starts,
      int backIn,
      int backOut,
      int leaves,
      int onward,
      long startCount,
      long leaveCount,
      long onwardCount) {}

  /// Counts the lines; null when no customer moves.
  ///
  /// @param most lines that stand beside each other
  static @Nullable RibbonLines of(JourneyMap map, Reality reality, int most) {
    int n = map.stages().size();
    Moves moves = new Moves(map, reality);
    long widest = 0;
    for (int k = 0; k <= n; k++) {
      widest = Math.max(widest, moves.across(k));
    }
    if (widest == 0) {
      return null;
    }
    long unit = unit(widest, most);
    List<StageLines> stages = new ArrayList<>();
    int through = lines(moves.across(0), unit);
    for (int k = 0; k < n; k++) {
      int starts = k == 0 ? 0 : lines(moves.starts[k], unit);
      int backIn = lines(moves.backIn[k], unit);
      int available = through + starts + backIn;
      int backOut = Math.min(available, lines(moves.backOut[k], unit));
      int onward = Math.min(available - backOut, lines(moves.across(k + 1), unit));
      int leaves = available - backOut - onward;
      if (k == n - 1 || moves.leaves[k] == 0) {
        // Nobody leaves here, so what rounding left over goes on.
        onward += leaves;
        leaves = 0;
      }
      stages.add(
          new StageLines(
              through,
              starts,
              backIn,
              backOut,
              leaves,
              onward,
              moves.starts[k],
              k == n - 1 ? 0 : moves.leaves[k],
              moves.across(k + 1)));
      through = onward;
    }
    return new RibbonLines(unit, stages);
  }

  /// Customers over the edges of stages.
  private static final class Moves {
    final long[] starts;
    final long[] leaves;
    final long[] backIn;
    final long[] backOut;
    private final long[] forward;

    Moves(JourneyMap map, Reality reality) {
      int n = map.stages().size();
      starts = new long[n];
      leaves = new long[n];
      backIn = new long[n];
      backOut = new long[n];
      forward = new long[n + 1];
      Map<UUID, Integer> index = new HashMap<>();
      for (int i = 0; i < n; i++) {
        index.put(map.stages().get(i).id(), i);
      }
      for (Reality.Flow flow : reality.flows()) {
        Integer from = flow.from() == null ? null : index.get(flow.from());
        Integer to = flow.to() == null ? null : index.get(flow.to());
        if (from == null && to != null) {
          starts[to] += flow.customers();
        } else if (from != null && to == null) {
          leaves[from] += flow.customers();
        } else if (from != null && to != null && from < to) {
          for (int k = from + 1; k <= to; k++) {
            forward[k] += flow.customers();
          }
        } else if (from != null && to != null && from > to) {
          backOut[from] += flow.customers();
          backIn[to] += flow.customers();
        }
      }
      forward[0] = starts[0];
      forward[n] = leaves[n - 1];
    }

    /// Customers who go over the left edge of a stage; beyond the last, those who came through.
    long across(int edge) {
      return forward[edge];
    }
  }

  private static int lines(long customers, long unit) {
    return Math.toIntExact((customers + unit / 2) / unit);
  }

  /// The smallest of 1, 2, 5, 10, 20, … at which the widest stretch is not too wide.
  private static long unit(long widest, int most) {
    long unit = 1;
    for (int i = 0; widest / unit > most; i++) {
      unit = i % 3 == 1 ? unit / 2 * 5 : unit * 2;
    }
    return unit;
  }
}
