package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult;
import java.util.List;

/// Counts paths by their hash, so that a path is kept only when it will be listed: the second
/// round, [VariantPaths], finds those.
final class VariantsFold implements Fold<VariantsFold.Counted, AnalysisResult.Variants> {

  private final List<String> touchpoints;
  private final int top;

  VariantsFold(List<String> touchpoints, int top) {
    this.touchpoints = touchpoints;
    this.top = top;
  }

  /// Paths seen so far.
  static final class Counted {
    PathCounts paths = new PathCounts();
    final PopulationCount population = new PopulationCount();
    private final PathHash hash = new PathHash();
  }

  @Override
  public Counted start() {
    return new Counted();
  }

  @Override
  public void add(JourneyBlock block, Counted counted) {
    int[] start = block.start();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      counted.hash.of(block.code(), start[j], start[j + 1]);
      counted.paths.add(counted.hash.high, counted.hash.low, 1);
    }
    counted.population.add(block);
  }

  @Override
  public void merge(Counted into, Counted from) {
    into.paths.addAll(from.paths);
    into.population.merge(from.population);
  }

  @Override
  public byte[] write(Counted counted) {
    PartialWriter to = counted.population.write();
    counted.paths.write(to);
    return to.toBytes();
  }

  @Override
  public Counted read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Counted counted = new Counted();
    counted.population.read(from);
    counted.paths = PathCounts.read(from);
    return counted;
  }

  @Override
  public Round<AnalysisResult.Variants> finish(Counted merged) {
    VariantPaths listed =
        VariantPaths.of(touchpoints, merged.paths, top, merged.population.population());
    return listed == null
        ? new Round.Done<>(
            new AnalysisResult.Variants(merged.population.population(), List.of(), 0, 0, 0))
        : new Round.Next<>(listed);
  }
}
