package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.fold.CancelledException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Paths that could be typical journeys, each compared once with every path of a table. For one
/// thread.
final class Candidates {

  private final PathTable table;
  private final BooleanSupplier cancelled;
  private final Map<List<Integer>, Integer> known = new HashMap<>();
  private final List<int[]> paths = new ArrayList<>();
  private final List<int[]> comparisons = new ArrayList<>();

  Candidates(PathTable table, BooleanSupplier cancelled) {
    this.table = table;
    this.cancelled = cancelled;
  }

  /// The number of a path among the candidates; it becomes one when it is not.
  ///
  /// @throws CancelledException when the asker gave up
  int of(int[] path) {
    List<Integer> key = Arrays.stream(path).boxed().toList();
    Integer number = known.get(key);
    if (number != null) {
      return number;
    }
    if (cancelled.getAsBoolean()) {
      throw new CancelledException();
    }
    PathComparison comparison = new PathComparison(path, table.touchpoints().size());
    int[] packed = new int[table.size()];
    for (int i = 0; i < packed.length; i++) {
      int[] other = table.numbers(i);
      packed[i] = comparison.kept(other) << 16 | comparison.common(other);
    }
    paths.add(path);
    comparisons.add(packed);
    known.put(key, paths.size() - 1);
    return paths.size() - 1;
  }

  /// The touchpoints of a candidate; not to be changed.
  int[] path(int candidate) {
    return paths.get(candidate);
  }

  /// Touchpoints that a candidate and path `i` have in the same order.
  int kept(int candidate, int i) {
    return comparisons.get(candidate)[i] >>> 16;
  }

  /// Touchpoints that a candidate and path `i` have.
  int common(int candidate, int i) {
    return comparisons.get(candidate)[i] & 0xFFFF;
  }
}
