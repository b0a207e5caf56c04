package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.quantile.BucketCounts;
import dev.sojourn.kernel.quantile.BucketValues;
import dev.sojourn.kernel.quantile.Quantiles;
import dev.sojourn.kernel.quantile.Wanted;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.FunnelStep;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.Rate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts units by how far they come along ordered steps.
final class FunnelFold implements Fold<FunnelFold.Counted, AnalysisResult.Funnel> {

  /// The most steps a funnel can have: a step is a bit of a mask.
  static final int MAX_STEPS = 64;

  /// Times between steps that are kept one by one, which spares the second round. A step has few of
  /// them, compared with events.
  private static final int KEPT = 1 << 18;

  private final List<List<String>> steps;
  private final FunnelSteps bound;
  private final Tick tick;
  private final @Nullable Population population;

  /// @param steps the touchpoints of each step, as they were asked for
  /// @param bound the same steps by number
  /// @param population what there is in all, when journeys without a first step are left out; null
  ///   when every journey is folded
  FunnelFold(
      List<List<String>> steps, FunnelSteps bound, Tick tick, @Nullable Population population) {
    this.steps = steps;
    this.bound = bound;
    this.tick = tick;
    this.population = population;
  }

  /// Units by the depth they came to.
  final class Counted {
    final long[] atDepth = new long[steps.size() + 1];
    final long[] openAtDepth = new long[steps.size() + 1];
    final BucketCounts elapsed = new BucketCounts(steps.size(), KEPT);
    final PopulationCount population = new PopulationCount();
    private final StepEvents stepEvents = new StepEvents(bound);
    private final FunnelAttempts attempts = bound.attempts();
  }

  @Override
  public Counted start() {
    return new Counted();
  }

  @Override
  public void add(JourneyBlock block, Counted counted) {
    StepEvents found = counted.stepEvents;
    FunnelAttempts attempts = counted.attempts;
    found.of(block);
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int depth = attempts.follow(found.steps(), found.time(), found.from(j), found.to(j));
      counted.atDepth[depth]++;
      if (depth > 0) {
        counted.openAtDepth[depth] += attempts.isOpen(bound.dataThrough()) ? 1 : 0;
        if (depth > 1) {
          attempts.elapsed(found.steps(), found.time(), found.from(j), counted.elapsed::add);
        }
      }
    }
    counted.atDepth[1] += block.enteredOnly();
    counted.population.add(block);
  }

  @Override
  public void merge(Counted into, Counted from) {
    for (int d = 0; d <= steps.size(); d++) {
      into.atDepth[d] += from.atDepth[d];
      into.openAtDepth[d] += from.openAtDepth[d];
    }
    for (int k = 0; k < steps.size(); k++) {
      into.elapsed.merge(k, from.elapsed, k);
    }
    into.population.merge(from.population);
  }

  @Override
  public byte[] write(Counted counted) {
    PartialWriter to = counted.population.write();
    to.putLongs(counted.atDepth, counted.atDepth.length);
    to.putLongs(counted.openAtDepth, counted.openAtDepth.length);
    for (int k = 0; k < steps.size(); k++) {
      counted.elapsed.write(k, to);
    }
    return to.toBytes();
  }

  @Override
  public Counted read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Counted counted = start();
    counted.population.read(from);
    System.arraycopy(from.getLongs(), 0, counted.atDepth, 0, counted.atDepth.length);
    System.arraycopy(from.getLongs(), 0, counted.openAtDepth, 0, counted.openAtDepth.length);
    for (int k = 0; k < steps.size(); k++) {
      counted.elapsed.read(k, from);
    }
    return counted;
  }

  @Override
  public Round<AnalysisResult.Funnel> finish(Counted merged) {
    return QuantileRound.after(
        merged.elapsed,
        steps.size(),
        ElapsedAgain::new,
        q -> result(merged, q),
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.P90);
  }

  /// The times between steps, as the first round had them.
  private final class ElapsedAgain implements QuantileRound.Values {
    private final StepEvents found = new StepEvents(bound);
    private final FunnelAttempts attempts = bound.attempts();

    @Override
    public void of(JourneyBlock block, BucketValues kept) {
      found.of(block);
      for (int j = 0, n = block.journeys(); j < n; j++) {
        if (attempts.follow(found.steps(), found.time(), found.from(j), found.to(j)) > 1) {
          attempts.elapsed(found.steps(), found.time(), found.from(j), kept);
        }
      }
    }
  }

  private AnalysisResult.Funnel result(Counted counted, Quantiles q) {
    List<FunnelStep> found = new ArrayList<>();
    int last = steps.size();
    long[] reached = new long[last + 2];
    for (int d = last; d >= 1; d--) {
      reached[d] = reached[d + 1] + counted.atDepth[d];
    }
    for (int d = 1; d <= last; d++) {
      long stopped = d == last ? 0 : counted.atDepth[d];
      long inProgress = d == last ? 0 : counted.openAtDepth[d];
      found.add(
          new FunnelStep(
              d,
              steps.get(d - 1),
              reached[d],
              inProgress,
              stopped - inProgress,
              new Rate(reached[d], reached[1]),
              d == 1 ? null : new Rate(reached[d], reached[d - 1]),
              d == 1 ? null : Seconds.elapsed(q, d - 1, tick)));
    }
    Population all = population == null ? counted.population.population() : population;
    return new AnalysisResult.Funnel(all, found);
  }
}
