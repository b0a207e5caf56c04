package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.quantile.BucketCounts;
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
  private final long[] maskOf;
  private final byte[] stepOrNot;
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
    maskOf = bound.maskOf();
    stepOrNot = new byte[maskOf.length];
    for (int t = 0; t < maskOf.length; t++) {
      stepOrNot[t] = (byte) (maskOf[t] != 0 ? 1 : 0);
    }
    this.tick = tick;
    this.population = population;
  }

  /// Units by the depth they came to.
  final class Counted {
    final long[] atDepth = new long[steps.size() + 1];
    final long[] openAtDepth = new long[steps.size() + 1];
    final BucketCounts elapsed = new BucketCounts(steps.size(), KEPT);
    long units;
    long events;
    private final Scan scan = new Scan();
  }

  /// What is needed to follow journeys, apart from what is counted.
  private final class Scan {
    final FunnelAttempts attempts = bound.attempts();
    private final boolean allEntries = bound.allEntries();

    // Events of the block that are a step, in order, then one that is behind all of them.
    int[] hits = new int[JourneyBlock.TARGET_EVENTS + 1];
    private int next;

    /// Looks for steps in all events of a block.
    ///
    /// Without a branch: most events are no step at all, and which are is hard to foresee.
    void look(JourneyBlock block) {
      int events = block.events();
      if (hits.length <= events) {
        hits = new int[Math.max(events + 1, hits.length * 2)];
      }
      char[] code = block.code();
      byte[] isStep = stepOrNot;
      int[] found = hits;
      int n = 0;
      for (int i = 0; i < events; i++) {
        found[n] = i;
        n += isStep[code[i]];
      }
      found[n] = Integer.MAX_VALUE;
      next = 0;
    }

    /// Follows journey `j` as far as it goes; journeys are followed in order.
    ///
    /// @return its depth
    int follow(JourneyBlock block, int j) {
      int end = block.start()[j + 1];
      int first = next;
      if (hits[first] >= end) {
        return 0;
      }
      char[] code = block.code();
      long seen = 0;
      int h = first;
      for (; hits[h] < end; h++) {
        seen |= maskOf[code[hits[h]]];
      }
      next = h;
      // Steps behind the first one that is missing cannot be reached: all ones from the lowest bit
      // up.
      long reachable = (seen ^ (seen + 1)) >>> 1;
      if (reachable == 0) {
        // Most journeys never enter, and their times are not needed.
        return 0;
      }
      return follow(code, block.timeOf(j), first, h, reachable);
    }

    private int follow(char[] code, long[] time, int from, int to, long reachable) {
      int first = from;
      if (reachable == 1 && allEntries) {
        // Nothing but entries: the last one alone tells whether the attempt is open.
        first = to - 1;
        while ((maskOf[code[hits[first]]] & 1) == 0) {
          first--;
        }
      }
      attempts.reset();
      for (int h = first; h < to; h++) {
        int i = hits[h];
        long mask = maskOf[code[i]] & reachable;
        if (mask != 0 && !attempts.take(mask, time[i])) {
          break;
        }
      }
      return attempts.depth();
    }

    void elapsed(QuantileRound.Sink sink) {
      for (int k = 1; k < attempts.depth(); k++) {
        long before = attempts.timeOf(k - 1);
        if (before != JourneyBlock.UNTIMED) {
          sink.add(k, attempts.timeOf(k) - before);
        }
      }
    }
  }

  @Override
  public Counted start() {
    return new Counted();
  }

  @Override
  public void add(JourneyBlock block, Counted counted) {
    Scan scan = counted.scan;
    scan.look(block);
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int depth = scan.follow(block, j);
      counted.atDepth[depth]++;
      if (depth > 0) {
        counted.openAtDepth[depth] += scan.attempts.isOpen(bound.dataThrough()) ? 1 : 0;
        if (depth > 1) {
          scan.elapsed(counted.elapsed::add);
        }
      }
    }
    counted.units += block.journeys();
    counted.events += block.events();
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
    into.units += from.units;
    into.events += from.events;
  }

  @Override
  public byte[] write(Counted counted) {
    PartialWriter to = new PartialWriter().putLong(counted.units).putLong(counted.events);
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
    counted.units = from.getLong();
    counted.events = from.getLong();
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
        (block, sink) -> {
          Scan scan = new Scan();
          scan.look(block);
          for (int j = 0, n = block.journeys(); j < n; j++) {
            if (scan.follow(block, j) > 1) {
              scan.elapsed(sink);
            }
          }
        },
        q -> result(merged, q),
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.P90);
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
    Population all =
        population == null ? new Population(counted.units, counted.events) : population;
    return new AnalysisResult.Funnel(all, found);
  }
}
