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
    int[] untimed = new int[1_024];
    final long[] starts;
    final long[] ends;
    final PopulationCount population = new PopulationCount();

    // Of each pair in how many journeys it occurs, in the lower half, and above that the last of
    // them: it takes one step to look it up and to change it.
    private long[] units = new long[1_024];
    private int journey = 1;
    private final PairsOfBlock ofBlock;

    Pairs(int touchpoints) {
      numbers = new PairNumbers(touchpoints);
      ofBlock = new PairsOfBlock(numbers);
      starts = new long[touchpoints];
      ends = new long[touchpoints];
    }

    int add(int from, int to) {
      int pair = numbers.findOrAdd(from, to);
      room();
      return pair;
    }

    private void room() {
      if (numbers.size() > units.length) {
        int size = Math.max(numbers.size(), units.length * 2);
        units = Arrays.copyOf(units, size);
        untimed = Arrays.copyOf(untimed, size);
        gaps.grow(size);
      }
    }

    int units(int pair) {
      return (int) units[pair];
    }

    void addUnits(int pair, int more) {
      int sum = Math.addExact(units(pair), more);
      units[pair] = (units[pair] & 0xFFFF_FFFF_0000_0000L) | sum;
    }

    /// Journey by journey: in each the pairs without a time come first.
    private void countUnits(PairsOfBlock.Packed untimed, PairsOfBlock.Packed timed) {
      int t = 0;
      for (int u = 0; u < untimed.size; ) {
        int j = untimed.journey[u];
        int before = timed.from(j, t);
        countUnits(timed, t, before);
        t = before;
        int after = untimed.from(j + 1, u);
        countUnits(untimed, u, after);
        u = after;
      }
      countUnits(timed, t, timed.size);
    }

    private void countUnits(PairsOfBlock.Packed pairs, int from, int to) {
      int[] pair = pairs.pair;
      int[] journeyInBlock = pairs.journey;
      long[] seen = units;
      for (int i = from; i < to; i++) {
        long now = (long) (journey + journeyInBlock[i]) << 32;
        long before = seen[pair[i]];
        // Without a branch: 1 when the journeys differ.
        long other = (now ^ before) >>> 32;
        seen[pair[i]] = now | ((before & 0xFFFF_FFFFL) + (-other >>> 63));
      }
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
    p.ofBlock.of(block);
    p.room();
    PairsOfBlock.Packed timed = p.ofBlock.timed();
    PairsOfBlock.Packed untimed = p.ofBlock.untimed();
    p.countUnits(untimed, timed);
    p.gaps.addAll(timed.pair, p.ofBlock.gap(), timed.size);
    for (int i = 0; i < untimed.size; i++) {
      p.untimed[untimed.pair[i]]++;
    }
    int[] start = block.start();
    char[] code = block.code();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      p.starts[code[start[j]]]++;
      p.ends[code[start[j + 1] - 1]]++;
    }
    p.journey += block.journeys();
    p.population.add(block);
  }

  @Override
  public void merge(Pairs into, Pairs from) {
    for (int theirs = 0; theirs < from.numbers.size(); theirs++) {
      int mine = into.add(from.numbers.from(theirs), from.numbers.to(theirs));
      into.addUnits(mine, from.units(theirs));
      into.untimed[mine] = Math.addExact(into.untimed[mine], from.untimed[theirs]);
      into.gaps.merge(mine, from.gaps, theirs);
    }
    for (int t = 0; t < into.starts.length; t++) {
      into.starts[t] += from.starts[t];
      into.ends[t] += from.ends[t];
    }
    into.population.merge(from.population);
  }

  @Override
  public byte[] write(Pairs p) {
    PartialWriter to = p.population.write();
    to.putLongs(p.starts, p.starts.length).putLongs(p.ends, p.ends.length);
    to.putInt(p.numbers.size());
    for (int pair : p.numbers.inOrder()) {
      to.putInt(p.numbers.from(pair)).putInt(p.numbers.to(pair));
      to.putInt(p.units(pair)).putInt(p.untimed[pair]);
      p.gaps.write(pair, to);
    }
    return to.toBytes();
  }

  @Override
  public Pairs read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Pairs p = start();
    p.population.read(from);
    System.arraycopy(from.getLongs(), 0, p.starts, 0, p.starts.length);
    System.arraycopy(from.getLongs(), 0, p.ends, 0, p.ends.length);
    int pairs = from.getInt();
    for (int i = 0; i < pairs; i++) {
      int pair = p.add(from.getInt(), from.getInt());
      p.addUnits(pair, from.getInt());
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
        () -> gapsOf(merged.numbers),
        q -> result(merged, q),
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.P90);
  }

  private static QuantileRound.Values gapsOf(PairNumbers numbers) {
    PairsOfBlock ofBlock = new PairsOfBlock(numbers);
    return (block, kept) -> {
      ofBlock.of(block);
      kept.addAll(ofBlock.timed().pair, ofBlock.gap(), ofBlock.timed().size);
    };
  }

  private AnalysisResult.Flow result(Pairs p, Quantiles q) {
    List<Edge> edges = new ArrayList<>();
    for (int pair : p.numbers.inOrder()) {
      edges.add(
          new Edge(
              touchpoints.get(p.numbers.from(pair)),
              touchpoints.get(p.numbers.to(pair)),
              p.occurrences(pair),
              p.units(pair),
              Seconds.elapsed(q, pair, tick)));
    }
    // Stable: pairs of equal count stay in the order of their names.
    edges.sort(Comparator.comparingLong(Edge::occurrences).reversed());
    return new AnalysisResult.Flow(p.population.population(), edges, ends(p.starts), ends(p.ends));
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
