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

/// Splits journeys where nothing happened for longer than the timeout. Untimed events never split.
final class SessionsFold implements Fold<SessionsFold.Counted, AnalysisResult.Sessions> {

  private static final int LENGTH = 0;
  private static final int DURATION = 1;

  private final long timeoutTicks;
  private final Tick tick;

  SessionsFold(long timeoutTicks, Tick tick) {
    this.timeoutTicks = timeoutTicks;
    this.tick = tick;
  }

  /// Sessions seen so far.
  static final class Counted {
    final PopulationCount population = new PopulationCount();
    final BucketCounts spread = new BucketCounts(2);
  }

  @Override
  public Counted start() {
    return new Counted();
  }

  @Override
  public void add(JourneyBlock block, Counted counted) {
    values(block, counted.spread::add);
    counted.population.add(block);
  }

  private void values(JourneyBlock block, ValueSink sink) {
    int[] start = block.start();
    long[] time = block.time();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int from = start[j];
      int end = start[j + 1];
      for (int i = from + 1; i < end; i++) {
        if (time[i - 1] != JourneyBlock.UNTIMED && time[i] - time[i - 1] > timeoutTicks) {
          session(time, from, i, sink);
          from = i;
        }
      }
      session(time, from, end, sink);
    }
  }

  private static void session(long[] time, int from, int to, ValueSink sink) {
    sink.add(LENGTH, (long) to - from);
    int first = from;
    while (first < to && time[first] == JourneyBlock.UNTIMED) {
      first++;
    }
    if (first < to) {
      sink.add(DURATION, time[to - 1] - time[first]);
    }
  }

  @Override
  public void merge(Counted into, Counted from) {
    into.population.merge(from.population);
    into.spread.merge(LENGTH, from.spread, LENGTH);
    into.spread.merge(DURATION, from.spread, DURATION);
  }

  @Override
  public byte[] write(Counted counted) {
    PartialWriter to = counted.population.write();
    counted.spread.write(LENGTH, to);
    counted.spread.write(DURATION, to);
    return to.toBytes();
  }

  @Override
  public Counted read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Counted counted = new Counted();
    counted.population.read(from);
    counted.spread.read(LENGTH, from);
    counted.spread.read(DURATION, from);
    return counted;
  }

  @Override
  public Round<AnalysisResult.Sessions> finish(Counted merged) {
    return QuantileRound.after(
        merged.spread,
        2,
        () -> this::values,
        q -> result(merged, q),
        Wanted.LEAST,
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.GREATEST);
  }

  private AnalysisResult.Sessions result(Counted counted, Quantiles q) {
    return new AnalysisResult.Sessions(
        counted.population.population(),
        q.count(LENGTH),
        Seconds.distribution(q, LENGTH, 1),
        Seconds.distribution(q, DURATION, tick.perSecond()));
  }
}
