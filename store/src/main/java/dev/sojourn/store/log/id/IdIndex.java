package dev.sojourn.store.log.id;

import java.util.ArrayList;
import java.util.List;

/// All ids of the log: the sets of the journals and the runs. Changed by one thread at a time,
/// asked by many.
public final class IdIndex {

  /// Runs of about one size that are merged into one.
  private static final int FAN_IN = 4;

  private static final int SMALLEST_LEVEL = 16;

  private volatile List<IdRun> runs = List.of();

  /// The runs.
  public List<IdRun> runs() {
    return runs;
  }

  /// Takes in new runs and lets go of others.
  public void change(List<IdRun> added, List<String> removed) {
    List<IdRun> next = new ArrayList<>();
    for (IdRun run : runs) {
      if (!removed.contains(run.name())) {
        next.add(run);
      }
    }
    next.addAll(added);
    runs = List.copyOf(next);
  }

  /// Whether a hash is in any run.
  public boolean contains(long first, long second) {
    for (IdRun run : runs) {
      if (run.contains(first, second)) {
        return true;
      }
    }
    return false;
  }

  /// Runs that should be one: [#FAN_IN] of about the same size. Empty when all is well.
  public List<IdRun> mergeable() {
    for (IdRun run : runs) {
      List<IdRun> level = runs.stream().filter(r -> level(r) == level(run)).toList();
      if (level.size() >= FAN_IN) {
        return level;
      }
    }
    return List.of();
  }

  private static int level(IdRun run) {
    return Math.max(SMALLEST_LEVEL, 64 - Long.numberOfLeadingZeros(run.size())) / 2;
  }
}
