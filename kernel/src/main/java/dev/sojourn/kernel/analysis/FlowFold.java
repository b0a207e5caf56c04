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

  /// What has been seen of each pair, by its place: the number of the pair from 1. Place 0 takes
  /// what is no pair, so that loops need not ask, and means nothing.
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
      int place = numbers.findOrAdd(from, to) + 1;
      room();
      return place;
    }

    private void room() {
      if (numbers.size() >= units.length) {
        int size = Math.max(numbers.size() + 1, units.length * 2);
        units = Arrays.copyOf(units, size);
        untimed = Arrays.copyOf(untimed, size);
        gaps.grow(size);
      }
    }

    int units(int place) {
      return (int) units[place];
    }

    void addUnits(int place, int more) {
      int sum = Math.addExact(units(place), more);
      units[place] = (units[place] & 0xFFFF_FFFF_0000_0000L) | sum;
    }

    private void countUnits(int[] place, int events) {
      long[] seen = units;
      // The first event of a journey, and nothing else yet, is without a pair.
      long now = (long) (journey - 1) << 32;
      for (int i = 0; i < events; i++) {
        int p = place[i];
        now += (long) ((p - 1) >>> 31) << 32;
        long before = seen[p];
        // Without a branch: what was seen in this journey is more than `now` by its count, and what
        // was seen in an earlier one is less.
        long other = ~(now - before) >>> 63;
        seen[p] = now + (before & 0xFFFF_FFFFL) + other;
      }
    }
  }

  @Override
  public Pairs start() {
    return new Pairs(touchpoints.size());
  }

  @Override
  public void add(JourneyBlock block, Pairs p) {
    PairsOfBlock pairs = p.ofBlock;
    int events = block.events();
    pairs.of(block);
    p.room();
    p.countUnits(pairs.place(), events);
    if (!pairs.isTimed()) {
      pairs.dropUntimed(events, p.untimed);
    }
    p.gaps.addAll(pairs.place(), pairs.gap(), events);
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
      int place = theirs + 1;
      into.addUnits(mine, from.units(place));
      into.untimed[mine] = Math.addExact(into.untimed[mine], from.untimed[place]);
      into.gaps.merge(mine, from.gaps, place);
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
      int place = pair + 1;
      to.putInt(p.units(place)).putInt(p.untimed[place]);
      p.gaps.write(place, to);
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
      int place = p.add(from.getInt(), from.getInt());
      p.addUnits(place, from.getInt());
      p.untimed[place] = from.getInt();
      p.gaps.read(place, from);
    }
    return p;
  }

  @Override
  public Round<AnalysisResult.Flow> finish(Pairs merged) {
    merged.gaps.clear(PairsOfBlock.NO_PAIR);
    return QuantileRound.after(
        merged.gaps,
        merged.numbers.size() + 1,
        () -> gapsOf(merged.numbers),
        q -> result(merged, q),
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.P90);
  }

  private static QuantileRound.Values gapsOf(PairNumbers numbers) {
    PairsOfBlock ofBlock = new PairsOfBlock(numbers);
    int[] untimed = new int[numbers.size() + 1];
    return (block, kept) -> {
      ofBlock.of(block);
      if (!ofBlock.isTimed()) {
        ofBlock.dropUntimed(block.events(), untimed);
      }
      kept.addAll(ofBlock.place(), ofBlock.gap(), block.events());
    };
  }

  private AnalysisResult.Flow result(Pairs p, Quantiles q) {
    List<Edge> edges = new ArrayList<>();
    for (int pair : p.numbers.inOrder()) {
      int place = pair + 1;
      edges.add(
          new Edge(
              touchpoints.get(p.numbers.from(pair)),
              touchpoints.get(p.numbers.to(pair)),
              q.count(place) + p.untimed[place],
              p.units(place),
              Seconds.elapsed(q, place, tick)));
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
