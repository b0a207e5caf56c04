package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.WholePath;
import dev.sojourn.kernel.spec.PathOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// The second round of paths: finds the whole paths that will be listed.
final class WholePathsFold implements Fold<WholePathsFold.Found, AnalysisResult.Paths> {

  private final VariantPaths listed;
  private final Supplier<WholePaths> paths;
  private final AnalysisResult.Paths answer;
  private final boolean backward;

  /// @param answer all but the whole paths
  /// @param backward whether steps are counted back from an end
  WholePathsFold(
      VariantPaths listed,
      Supplier<WholePaths> paths,
      AnalysisResult.Paths answer,
      boolean backward) {
    this.listed = listed;
    this.paths = paths;
    this.answer = answer;
    this.backward = backward;
  }

  /// The paths found so far, and what they are cut with.
  record Found(VariantPaths.Found found, WholePaths cut) {}

  @Override
  public Found start() {
    return new Found(listed.start(), paths.get());
  }

  @Override
  public void add(JourneyBlock block, Found found) {
    listed.add(found.cut.of(block), found.found);
  }

  @Override
  public void merge(Found into, Found from) {
    listed.merge(into.found, from.found);
  }

  @Override
  public byte[] write(Found found) {
    return listed.write(found.found);
  }

  @Override
  public Found read(byte[] bytes) {
    return new Found(listed.read(bytes), paths.get());
  }

  @Override
  public Round<AnalysisResult.Paths> finish(Found merged) {
    AnalysisResult.Variants variants = listed.variants(merged.found);
    List<WholePath> top = new ArrayList<>();
    for (AnalysisResult.Variant variant : variants.variants()) {
      List<String> path = new ArrayList<>(variant.path());
      PathOutcome outcome = PathOutcome.valueOf(path.removeLast());
      if (backward) {
        Collections.reverse(path);
      }
      top.add(new WholePath(List.copyOf(path), outcome, variant.units(), variant.share()));
    }
    return new Round.Done<>(
        new AnalysisResult.Paths(
            answer.population(),
            answer.units(),
            answer.nodes(),
            answer.links(),
            top,
            answer.distinct(),
            variants.otherUnits()));
  }
}
