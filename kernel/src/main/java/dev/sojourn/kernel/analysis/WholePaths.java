package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.journey.JourneyBlock;

/// The paths of the journeys of a block as a block of their own, each with the symbol of how it
/// ended behind its steps. Journeys without a path are not in it. For one thread; reused from block
/// to block.
final class WholePaths {

  private final PathCut.Cutter cutter;
  private final int touchpoints;
  private final JourneyBlock paths = new JourneyBlock();

  WholePaths(PathCut cut, int touchpoints) {
    cutter = cut.cutter();
    this.touchpoints = touchpoints;
  }

  /// The paths of a block; they have no times.
  JourneyBlock of(JourneyBlock block) {
    paths.clear();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      cutter.of(block, j);
      int length = cutter.length();
      if (length > 0) {
        int at = paths.room(length + 1);
        System.arraycopy(cutter.code(), 0, paths.code(), at, length);
        paths.code()[at + length] = (char) PathsFold.symbol(touchpoints, cutter.outcome());
        paths.end(block.unit(j), length + 1);
      }
    }
    return paths;
  }
}
