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
import dev.sojourn.kernel.result.AnalysisResult.StageDwell;
import dev.sojourn.kernel.result.Elapsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows units from stage to stage: a stay lasts from the first event of a stage to the first
/// event of another one. Events of no stage are passed over.
final class DwellFold implements Fold<DwellFold.Stays, AnalysisResult.Dwell> {

  private static final int NONE = -1;

  private final List<String> stages;
  private final int[] stageOf;
  private final Tick tick;

  /// @param stageOf the stage of each touchpoint, or a negative number
  DwellFold(List<String> stages, int[] stageOf, Tick tick) {
    this.stages = stages;
    this.stageOf = stageOf;
    this.tick = tick;
  }

  /// Stays seen so far, by stage.
  static final class Stays {
    final PopulationCount population = new PopulationCount();
    final long[] forward;
    final long[] backward;
    final long[] open;
    final BucketCounts closed;

    Stays(int stages) {
      forward = new long[stages];
      backward = new long[stages];
      open = new long[stages];
      closed = new BucketCounts(stages);
    }
  }

  /// Receives the stays of a journey in order.
  private interface StaySink {
    /// @param next the stage that ended the stay, or a negative number when none did
    void stay(int stage, long enteredAt, int next, long leftAt);
  }

  @Override
  public Stays start() {
    return new Stays(stages.size());
  }

  @Override
  public void add(JourneyBlock block, Stays stays) {
    each(
        block,
        (stage, enteredAt, next, leftAt) -> {
          if (next == NONE) {
            stays.open[stage]++;
            return;
          }
          (next > stage ? stays.forward : stays.backward)[stage]++;
          if (enteredAt != JourneyBlock.UNTIMED) {
            stays.closed.add(stage, leftAt - enteredAt);
          }
        });
    stays.population.add(block);
  }

  private void each(JourneyBlock block, StaySink sink) {
    int[] start = block.start();
    char[] code = block.code();
    long[] time = block.time();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int stage = NONE;
      long enteredAt = 0;
      for (int i = start[j], end = start[j + 1]; i < end; i++) {
        int now = stageOf[code[i]];
        if (now == stage || now < 0) {
          continue;
        }
        if (stage != NONE) {
          sink.stay(stage, enteredAt, now, time[i]);
        }
        stage = now;
        enteredAt = time[i];
      }
      if (stage != NONE) {
        sink.stay(stage, enteredAt, NONE, 0);
      }
    }
  }

  private void values(JourneyBlock block, ValueSink sink) {
    each(
        block,
        (stage, enteredAt, next, leftAt) -> {
          if (next != NONE && enteredAt != JourneyBlock.UNTIMED) {
            sink.add(stage, leftAt - enteredAt);
          }
        });
  }

  @Override
  public void merge(Stays into, Stays from) {
    into.population.merge(from.population);
    for (int s = 0; s < stages.size(); s++) {
      into.forward[s] += from.forward[s];
      into.backward[s] += from.backward[s];
      into.open[s] += from.open[s];
      into.closed.merge(s, from.closed, s);
    }
  }

  @Override
  public byte[] write(Stays stays) {
    PartialWriter to = stays.population.write();
    for (int s = 0; s < stages.size(); s++) {
      to.putLong(stays.forward[s]).putLong(stays.backward[s]).putLong(stays.open[s]);
      stays.closed.write(s, to);
    }
    return to.toBytes();
  }

  @Override
  public Stays read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Stays stays = start();
    stays.population.read(from);
    for (int s = 0; s < stages.size(); s++) {
      stays.forward[s] = from.getLong();
      stays.backward[s] = from.getLong();
      stays.open[s] = from.getLong();
      stays.closed.read(s, from);
    }
    return stays;
  }

  @Override
  public Round<AnalysisResult.Dwell> finish(Stays merged) {
    return QuantileRound.after(
        merged.closed,
        stages.size(),
        () -> this::values,
        q -> result(merged, q),
        Wanted.MIDDLE_LOW,
        Wanted.MIDDLE_HIGH,
        Wanted.P90);
  }

  private AnalysisResult.Dwell result(Stays stays, Quantiles q) {
    List<StageDwell> dwells = new ArrayList<>();
    for (int s = 0; s < stages.size(); s++) {
      @Nullable Elapsed closed = Seconds.elapsed(q, s, tick);
      boolean last = s == stages.size() - 1;
      dwells.add(
          new StageDwell(
              stages.get(s),
              stays.forward[s] + stays.backward[s] + stays.open[s],
              closed == null ? null : closed.median(),
              closed == null ? null : closed.p90(),
              stays.open[s],
              stays.forward[s],
              stays.backward[s],
              last ? 0 : stays.open[s]));
    }
    return new AnalysisResult.Dwell(stays.population.population(), dwells);
  }
}
