package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.quantile.BucketCounts;
import dev.sojourn.kernel.quantile.Quantiles;
import dev.sojourn.kernel.quantile.ValueSink;
import dev.sojourn.kernel.quantile.Wanted;
import dev.sojourn.kernel.result.AnalysisResult;
import java.util.BitSet;

/// Counts touchpoints, variants and events, and how long journeys are and last.
final class SummaryFold implements Fold<SummaryFold.Seen, AnalysisResult.Summary> {

  private static final int LENGTH = 0;
  private static final int DURATION = 1;

  private final Tick tick;

  SummaryFold(Tick tick) {
    this.tick = tick;
  }

  /// What has been seen so far.
  static final class Seen {
    final PopulationCount population = new PopulationCount();
    long firstTime = Long.MAX_VALUE;
    long lastTime = JourneyBlock.UNTIMED;
    BitSet touchpoints = new BitSet();
    PathCounts paths = new PathCounts();
    final BucketCounts spread = new BucketCounts(2);
    private final PathHash hash = new PathHash();
  }

  @Override
  public Seen start() {
    return new Seen();
  }

  @Override
  public void add(JourneyBlock block, Seen seen) {
    int[] start = block.start();
    char[] code = block.code();
    long[] time = block.time();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int end = start[j + 1];
      for (int i = start[j]; i < end; i++) {
        seen.touchpoints.set(code[i]);
      }
      seen.hash.of(code, start[j], end);
      seen.paths.add(seen.hash.high, seen.hash.low, 1);
      int firstTimed = firstTimed(time, start[j], end);
      if (firstTimed < end) {
        seen.firstTime = Math.min(seen.firstTime, time[firstTimed]);
        seen.lastTime = Math.max(seen.lastTime, time[end - 1]);
      }
    }
    values(block, seen.spread::add);
    seen.population.add(block);
  }

  private static int firstTimed(long[] time, int from, int to) {
    int i = from;
    while (i < to && time[i] == JourneyBlock.UNTIMED) {
      i++;
    }
    return i;
  }

  private static void values(JourneyBlock block, ValueSink sink) {
    int[] start = block.start();
    long[] time = block.time();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int end = start[j + 1];
      sink.add(LENGTH, end - (long) start[j]);
      int firstTimed = firstTimed(time, start[j], end);
      if (firstTimed < end) {
        sink.add(DURATION, time[end - 1] - time[firstTimed]);
      }
    }
  }

  @Override
  public void merge(Seen into, Seen from) {
    into.population.merge(from.population);
    into.firstTime = Math.min(into.firstTime, from.firstTime);
    into.lastTime = Math.max(into.lastTime, from.lastTime);
    into.touchpoints.or(from.touchpoints);
    into.paths.addAll(from.paths);
    into.spread.merge(LENGTH, from.spread, LENGTH);
    into.spread.merge(DURATION, from.spread, DURATION);
  }

  @Override
  public byte[] write(Seen seen) {
    PartialWriter to = seen.population.write();
    to.putLong(seen.firstTime).putLong(seen.lastTime);
    long[] words = seen.touchpoints.toLongArray();
    to.putLongs(words, words.length);
    seen.paths.write(to);
    seen.spread.write(LENGTH, to);
    seen.spread.write(DURATION, to);
    return to.toBytes();
  }

  @Override
  public Seen read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Seen seen = new Seen();
    seen.population.read(from);
    seen.firstTime = from.getLong();
    seen.lastTime = from.getLong();
    seen.touchpoints = BitSet.valueOf(from.getLongs());
    seen.paths = PathCounts.read(from);
    seen.spread.read(LENGTH, from);
    seen.spread.read(DURATION, from);
    return seen;
  }

  @Override
  public Round<AnalysisResult.Summary> finish(Seen merged) {
    return QuantileRound.after(
        merged.spread,
        2,
        () -> SummaryFold::values,
        q -> result(merged, q),
        Wanted.LEAST,
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.GREATEST);
  }

  private AnalysisResult.Summary result(Seen seen, Quantiles q) {
    boolean timed = seen.lastTime != JourneyBlock.UNTIMED;
    return new AnalysisResult.Summary(
        seen.population.population(),
        seen.touchpoints.cardinality(),
        seen.paths.size(),
        timed ? tick.instant(seen.firstTime) : null,
        timed ? tick.instant(seen.lastTime) : null,
        Seconds.distribution(q, LENGTH, 1),
        Seconds.distribution(q, DURATION, tick.perSecond()));
  }
}
