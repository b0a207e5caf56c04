package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.spec.PathOutcome;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts the links of paths step by step, and whole paths by their hash; the second round finds
/// the whole paths that will be listed.
///
/// How a path ends is one step more: a symbol behind the touchpoints. So links to it are how many
/// ended so, and whole paths that end otherwise are others.
final class PathsFold implements Fold<PathsFold.Counted, AnalysisResult.Paths> {

  private final List<String> touchpoints;
  private final PathCut cut;
  private final int rowsPerStep;
  private final int top;
  private final @Nullable Population population;

  /// @param population what there is in all, when journeys without a start are left out; null when
  ///   every journey is folded
  PathsFold(
      List<String> touchpoints,
      PathCut cut,
      int rowsPerStep,
      int top,
      @Nullable Population population) {
    this.touchpoints = touchpoints;
    this.cut = cut;
    this.rowsPerStep = rowsPerStep;
    this.top = top;
    this.population = population;
  }

  /// The symbol of an outcome: outcomes stand behind the touchpoints.
  static int symbol(int touchpoints, PathOutcome outcome) {
    return touchpoints + outcome.ordinal();
  }

  /// What stands before the first step.
  static int nothing(int touchpoints) {
    return touchpoints + PathOutcome.values().length;
  }

  /// Paths seen so far.
  final class Counted {
    final PopulationCount population = new PopulationCount();
    final StepLinks links = new StepLinks(cut.maxSteps() + 1, nothing(touchpoints.size()) + 1);
    PathCounts whole = new PathCounts();
    long units;
    private final WholePaths paths = new WholePaths(cut, touchpoints.size());
    private final PathHash hash = new PathHash();
  }

  @Override
  public Counted start() {
    return new Counted();
  }

  @Override
  public void add(JourneyBlock block, Counted counted) {
    counted.population.add(block);
    JourneyBlock paths = counted.paths.of(block);
    int[] start = paths.start();
    char[] code = paths.code();
    for (int j = 0, n = paths.journeys(); j < n; j++) {
      int from = nothing(touchpoints.size());
      for (int i = start[j]; i < start[j + 1]; i++) {
        counted.links.add(i - start[j], from, code[i], 1);
        from = code[i];
      }
      counted.hash.of(code, start[j], start[j + 1]);
      counted.whole.add(counted.hash.high, counted.hash.low, 1);
    }
    counted.units += paths.journeys();
  }

  @Override
  public void merge(Counted into, Counted from) {
    into.population.merge(from.population);
    into.links.addAll(from.links);
    into.whole.addAll(from.whole);
    into.units += from.units;
  }

  @Override
  public byte[] write(Counted counted) {
    PartialWriter to = counted.population.write();
    counted.links.write(to);
    counted.whole.write(to);
    return to.putLong(counted.units).toBytes();
  }

  @Override
  public Counted read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Counted counted = start();
    counted.population.read(from);
    counted.links.read(from);
    counted.whole = PathCounts.read(from);
    counted.units = from.getLong();
    return counted;
  }

  @Override
  public Round<AnalysisResult.Paths> finish(Counted merged) {
    PathRows rows = new PathRows(touchpoints, cut.isBackward(), rowsPerStep, merged.links);
    Population all = population == null ? merged.population.population() : population;
    AnalysisResult.Paths answer =
        new AnalysisResult.Paths(
            all, merged.units, rows.nodes(), rows.links(), List.of(), merged.whole.size(), 0);
    String[] symbols =
        Arrays.copyOf(
            touchpoints.toArray(String[]::new), touchpoints.size() + PathOutcome.values().length);
    for (PathOutcome outcome : PathOutcome.values()) {
      symbols[symbol(touchpoints.size(), outcome)] = outcome.name();
    }
    VariantPaths listed =
        VariantPaths.of(
            List.of(symbols), merged.whole, top, new Population(merged.units, all.events()));
    return listed == null
        ? new Round.Done<>(answer)
        : new Round.Next<>(
            new WholePathsFold(
                listed, () -> new WholePaths(cut, touchpoints.size()), answer, cut.isBackward()));
  }
}
