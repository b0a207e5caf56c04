package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.store.journeys.column.Partition;
import dev.sojourn.store.journeys.column.RunReader;
import org.jspecify.annotations.Nullable;

/// Reads a partition: the runs of units between those that the delta replaces, then the delta.
final class StoreCursor implements JourneyCursor {

  private final int baseUnits;
  private final RunReader base;
  private final int deltaUnits;
  private final @Nullable RunReader delta;
  private final int[] masked;
  private int nextMasked;
  private int nextBase;
  private int nextDelta;

  StoreCursor(Generation.Slot slot, long baseNumber, long deltaNumber, Tick tick) {
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
    while (nextBase < baseUnits) {
      int end = nextMasked < masked.length ? masked[nextMasked] : baseUnits;
      if (nextBase == end) {
        nextBase++;
        nextMasked++;
        continue;
      }
      int after = base.fill(block, nextBase, end);
      nextBase = after;
      if (after < end) {
        return true;
      }
    }
    if (delta != null && nextDelta < deltaUnits) {
      nextDelta = delta.fill(block, nextDelta, deltaUnits);
    }
    return block.journeys() > 0;
  }

  @Override
  public void close() {
    // The snapshot holds the files.
  }
}
