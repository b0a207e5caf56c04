package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.store.journeys.column.Partition;
import dev.sojourn.store.journeys.column.RunReader;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a partition: the runs of units between those that the delta replaces, then the delta.
/// Times are read when a fold asks for them.
final class StoreCursor implements JourneyCursor, JourneyBlock.TimeSource {

  /// Leaves no unit out.
  static final long EVERY = -1;

  private final Partition basePartition;
  private final long first;
  private final long second;
  private final long quietThrough;
  private final long baseNumber;
  private final long deltaNumber;
  private @Nullable JourneyBlock filled;
  private final int baseUnits;
  private final RunReader base;
  private final int deltaUnits;
  private final @Nullable RunReader delta;
  private final int[] masked;
  private int nextMasked;
  private int nextBase;
  private int nextDelta;

  // The runs of the block: the first journey of each and which unit that is. From the run
  // `deltaRun` on they are of the delta.
  private int runs;
  private int deltaRun;
  private int[] runJourney = new int[8];
  private int[] runUnit = new int[8];

  /// @param first bits of codes modulo 64: units of the base that have none of them are left out
  /// @param second the same: units of the base that have none of these are counted, when their last
  ///   event is not after `quietThrough`
  StoreCursor(
      Generation.Slot slot,
      long baseNumber,
      long deltaNumber,
      Tick tick,
      long first,
      long second,
      long quietThrough) {
    this.basePartition = slot.base();
    this.baseNumber = baseNumber;
    this.deltaNumber = deltaNumber;
    this.first = first;
    this.second = second;
    this.quietThrough = quietThrough;
    Partition changes = slot.delta();
    this.baseUnits = slot.base().units();
    this.base = new RunReader(slot.base(), baseNumber, tick);
    this.deltaUnits = changes == null ? 0 : changes.units();
    this.delta = changes == null ? null : new RunReader(changes, deltaNumber, tick);
    this.masked = slot.masked();
  }

  @Override
  public boolean next(JourneyBlock block) {
    block.clear();
    filled = block;
    runs = 0;
    boolean full = fillFromBase(block);
    deltaRun = runs;
    if (!full && delta != null && nextDelta < deltaUnits) {
      begin(block, nextDelta);
      nextDelta = delta.fill(block, nextDelta, deltaUnits);
    }
    block.deferTimes(this);
    return block.journeys() > 0 || block.enteredOnly() > 0;
  }

  private boolean fillFromBase(JourneyBlock block) {
    while (nextBase < baseUnits) {
      int end = nextMasked < masked.length ? masked[nextMasked] : baseUnits;
      if (nextBase == end) {
        nextBase++;
        nextMasked++;
        continue;
      }
      int stop = first == EVERY ? end : toNextRun(block, end);
      if (nextBase == end) {
        continue;
      }
      begin(block, nextBase);
      nextBase = base.fill(block, nextBase, stop);
      if (nextBase < stop) {
        return true;
      }
    }
    return false;
  }

  /// Passes over units that need not be seen.
  ///
  /// @return the end of the run of units that then begins
  private int toNextRun(JourneyBlock block, int end) {
    int unit = nextBase;
    int entered = 0;
    for (; unit < end; unit++) {
      long present = basePartition.presence(unit);
      if ((present & first) != 0) {
        if (isToBeSeen(unit, present)) {
          break;
        }
        entered++;
      }
    }
    block.leaveOut(entered);
    nextBase = unit;
    int stop = unit;
    while (stop < end) {
      long present = basePartition.presence(stop);
      if ((present & first) == 0 || !isToBeSeen(stop, present)) {
        break;
      }
      stop++;
    }
    return stop;
  }

  private boolean isToBeSeen(int unit, long present) {
    return (present & second) != 0
        || (quietThrough != Long.MAX_VALUE && base.lastTime(unit) > quietThrough);
  }

  private void begin(JourneyBlock block, int unit) {
    if (runs == runUnit.length) {
      runJourney = Arrays.copyOf(runJourney, runs * 2);
      runUnit = Arrays.copyOf(runUnit, runs * 2);
    }
    runJourney[runs] = block.journeys();
    runUnit[runs] = unit;
    runs++;
  }

  private RunReader reader(int run) {
    return delta != null && run >= deltaRun ? delta : base;
  }

  @Override
  public void load(int j, long[] time, int from, int to) {
    long number = Objects.requireNonNull(filled).unit(j);
    if (delta != null && number >= deltaNumber && number < deltaNumber + deltaUnits) {
      delta.times((int) (number - deltaNumber), time, from);
    } else {
      base.times((int) (number - baseNumber), time, from);
    }
  }

  @Override
  public void loadAll(long[] time, int[] start, int journeys) {
    for (int run = 0; run < runs; run++) {
      int end = run + 1 < runs ? runJourney[run + 1] : journeys;
      int units = end - runJourney[run];
      if (units > 0) {
        reader(run).times(runUnit[run], units, time, start[runJourney[run]]);
      }
    }
  }

  @Override
  public boolean gaps(long[] gap, int[] start, int journeys) {
    for (int run = 0; run < runs; run++) {
      int end = run + 1 < runs ? runJourney[run + 1] : journeys;
      int units = end - runJourney[run];
      if (units > 0 && !reader(run).gaps(runUnit[run], units, gap, start[runJourney[run]])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    // The snapshot holds the files.
  }
}
