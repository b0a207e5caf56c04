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
import dev.sojourn.kernel.result.AnalysisResult.Edge;
import dev.sojourn.kernel.result.AnalysisResult.End;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Counts which touchpoint directly follows which, and after how long: the first round counts pairs
/// and buckets of times, the second collects what the exact quantiles need.
final class FlowFold implements Fold<FlowFold.Pairs, AnalysisResult.Flow> {

  private final List<String> touchpoints;
  private final Tick tick;

  FlowFold(List<String> touchpoints, Tick tick) {
    this.touchpoints = touchpoints;
    this.tick = tick;
  }

  /// What has been seen of each pair.
  static final class Pairs {
    final PairNumbers numbers;
    final BucketCounts gaps = new BucketCounts(1_024);
    int[] units = new int[1_024];
    int[] lastJourney = new int[1_024];
    int[] untimed = new int[1_024];
    final long[] starts;
    final long[] ends;
    long journeys;
    long events;
    private int journey;
    private final PairsOfBlock pairs = new PairsOfBlock();

    Pairs(int touchpoints) {
      numbers = new PairNumbers(touchpoints);
      starts = new long[touchpoints];
      ends = new long[touchpoints];
    }

    int add(int from, int to) {
      int pair = numbers.findOrAdd(from, to);
      if (pair >= units.length) {
        int size = units.length * 2;
        units = Arrays.copyOf(units, size);
        lastJourney = Arrays.copyOf(lastJourney, size);
        untimed = Arrays.copyOf(untimed, size);
        gaps.grow(size);
      }
      return pair;
    }

    long occurrences(int pair) {
      return gaps.count(pair) + untimed[pair];
    }
  }

  @Override
  public Pairs start() {
    return new Pairs(touchpoints.size());
  }

  @Override
  public void add(JourneyBlock block, Pairs p) {
    int[] start = block.start();
    char[] code = block.code();
    long[] time = block.time();
    int[] pairs = p.pairs.of(block, p.numbers);
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int first = start[j];
      int end = start[j + 1];
      int journey = ++p.journey;
      p.starts[code[first]]++;
      p.ends[code[end - 1]]++;
      for (int i = first + 1; i < end; i++) {
        int pair = pairs[i];
        if (pair < 0) {
          pair = p.add(code[i - 1], code[i]);
          pairs[i] = pair;
        }
        p.units[pair] += p.lastJourney[pair] != journey ? 1 : 0;
        p.lastJourney[pair] = journey;
      }
    }
    BucketCounts gaps = p.gaps;
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int first = start[j];
      int end = start[j + 1];
      long before = time[first];
      for (int i = first + 1; i < end; i++) {
        long now = time[i];
        if (before == JourneyBlock.UNTIMED) {
          p.untimed[pairs[i]]++;
        } else {
          gaps.add(pairs[i], now - before);
        }
        before = now;
      }
    }
    p.journeys += block.journeys();
    p.events += block.events();
  }

  @Override
  public void merge(Pairs into, Pairs from) {
    for (int theirs = 0; theirs < from.numbers.size(); theirs++) {
      int mine = into.add(from.numbers.from(theirs), from.numbers.to(theirs));
      into.units[mine] = Math.addExact(into.units[mine], from.units[theirs]);
      into.untimed[mine] = Math.addExact(into.untimed[mine], from.untimed[theirs]);
      into.gaps.merge(mine, from.gaps, theirs);
    }
    for (int t = 0; t < into.starts.length; t++) {
      into.starts[t] += from.starts[t];
      into.ends[t] += from.ends[t];
    }
    into.journeys += from.journeys;
    into.events += from.events;
  }

  @Override
  public byte[] write(Pairs p) {
    PartialWriter to = new PartialWriter();
    to.putLong(p.journeys).putLong(p.events);
    to.putLongs(p.starts, p.starts.length).putLongs(p.ends, p.ends.length);
    to.putInt(p.numbers.size());
    for (int pair : p.numbers.inOrder()) {
      to.putInt(p.numbers.from(pair)).putInt(p.numbers.to(pair));
      to.putInt(p.units[pair]).putInt(p.untimed[pair]);
      p.gaps.write(pair, to);
    }
    return to.toBytes();
  }

  @Override
  public Pairs read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Pairs p = start();
    p.journeys = from.getLong();
    p.events = from.getLong();
    System.arraycopy(from.getLongs(), 0, p.starts, 0, p.starts.length);
    System.arraycopy(from.getLongs(), 0, p.ends, 0, p.ends.length);
    int pairs = from.getInt();
    for (int i = 0; i < pairs; i++) {
      int pair = p.add(from.getInt(), from.getInt());
      p.units[pair] = from.getInt();
      p.untimed[pair] = from.getInt();
      p.gaps.read(pair, from);
    }
    return p;
  }

  @Override
  public Round<AnalysisResult.Flow> finish(Pairs merged) {
    return QuantileRound.after(
        merged.gaps,
        merged.numbers.size(),
        (block, sink) -> gaps(block, merged.numbers, new PairsOfBlock(), sink),
        q -> result(merged, q),
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.P90);
  }

  private static void gaps(
      JourneyBlock block, PairNumbers numbers, PairsOfBlock ofBlock, QuantileRound.Sink sink) {
    int[] start = block.start();
    long[] time = block.time();
    int[] pairs = ofBlock.of(block, numbers);
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int end = start[j + 1];
      for (int i = start[j] + 1; i < end; i++) {
        long before = time[i - 1];
        if (before != JourneyBlock.UNTIMED) {
          sink.add(pairs[i], time[i] - before);
        }
      }
    }
  }

  private AnalysisResult.Flow result(Pairs p, Quantiles q) {
    List<Edge> edges = new ArrayList<>();
    for (int pair : p.numbers.inOrder()) {
      edges.add(
          new Edge(
              touchpoints.get(p.numbers.from(pair)),
              touchpoints.get(p.numbers.to(pair)),
              p.occurrences(pair),
              p.units[pair],
              Seconds.elapsed(q, pair, tick)));
    }
    // Stable: pairs of equal count stay in the order of their names.
    edges.sort(Comparator.comparingLong(Edge::occurrences).reversed());
    return new AnalysisResult.Flow(
        new Population(p.journeys, p.events), edges, ends(p.starts), ends(p.ends));
  }

  private List<End> ends(long[] units) {
    List<End> ends = new ArrayList<>();
    for (int t = 0; t < units.length; t++) {
      if (units[t] > 0) {
        ends.add(new End(touchpoints.get(t), units[t]));
      }
    }
    ends.sort(Comparator.comparingLong(End::units).reversed());
    return ends;
  }
}
