package dev.sojourn.store.journeys;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.store.journeys.column.Partition;
import dev.sojourn.store.journeys.column.PartitionWriter;
import dev.sojourn.store.journeys.column.UnitReader;
import dev.sojourn.store.journeys.column.UnitRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Writes bases and deltas together into new bases. For one thread.
final class Compaction {

  private final StoreFolder folder;
  private final Generation generation;
  private final BuildProgress progress;
  private final PartitionWriter writer = new PartitionWriter();
  private final UnitRows rows = new UnitRows();
  private final long events;
  private long done;

  Compaction(StoreFolder folder, Generation generation, BuildProgress progress) {
    this.folder = folder;
    this.generation = generation;
    this.progress = progress;
    this.events = generation.slots().stream().mapToLong(Generation.Slot::events).sum();
  }

  /// Whether a partition has so many changed units that it is worth writing anew: about one in a
  /// thousand.
  static boolean isDue(Generation.Slot slot) {
    Partition delta = slot.delta();
    return delta != null && delta.units() + slot.masked().length > 64 + slot.units() / 1_000;
  }

  /// Writes some partitions anew; the vocabulary stays.
  ///
  /// @param number the number of the next generation
  /// @param which the partitions
  Manifest some(long number, IntPredicate which) throws IOException {
    Manifest old = generation.manifest();
    List<Manifest.Entry> entries = new ArrayList<>();
    for (int p = 0; p < old.partitions().size(); p++) {
      Manifest.Entry entry = old.partitions().get(p);
      if (entry.delta() != null && which.test(p)) {
        writer.clear();
        stream(generation.slots().get(p), this::add);
        entry = new Manifest.Entry(folder.writeBase(writer, number, p), null);
      }
      entries.add(entry);
    }
    return new Manifest(
        number, old.lineage(), old.sequence(), old.vocabulary(), old.identity(), entries);
  }

  /// Writes everything anew, as a build from the log would: the vocabulary sorted, without what is
  /// used no more, and as many partitions as suit the events that there are.
  Manifest all(long number) throws IOException {
    Manifest old = generation.manifest();
    StoredVocabulary vocabulary = generation.vocabulary().sorted(used());
    char[] codes = generation.vocabulary().codesIn(vocabulary);
    int bits = BulkBuild.partitionBits(events);
    List<Manifest.Entry> entries = new ArrayList<>();
    writer.clear();
    for (Generation.Slot slot : generation.slots()) {
      stream(
          slot,
          (file, unit, reader) -> {
            while (Spill.partition(file.hash(unit), bits) > entries.size()) {
              flush(number, entries);
            }
            reader.copy(unit, rows);
            for (int i = 0; i < rows.size(); i++) {
              rows.code()[i] = codes[rows.code()[i]];
            }
            append(file, unit);
          });
    }
    while (entries.size() < 1 << bits) {
      flush(number, entries);
    }
    return new Manifest(
        number,
        old.lineage(),
        old.sequence(),
        folder.writeVocabulary(vocabulary, number),
        folder.writeIdentity(generation.identity(), number),
        entries);
  }

  private void flush(long number, List<Manifest.Entry> entries) throws IOException {
    entries.add(new Manifest.Entry(folder.writeBase(writer, number, entries.size()), null));
    writer.clear();
  }

  private boolean[] used() {
    boolean[] used = new boolean[generation.vocabulary().size()];
    generation.retain();
    try (StoreJourneys journeys = new StoreJourneys(generation, JourneyBlock.UNTIMED)) {
      JourneyBlock block = new JourneyBlock();
      for (JourneyPart part : journeys.parts()) {
        try (JourneyCursor cursor = part.open()) {
          while (cursor.next(block)) {
            for (int i = 0; i < block.events(); i++) {
              used[block.code()[i]] = true;
            }
          }
        }
      }
    }
    return used;
  }

  @FunctionalInterface
  private interface UnitTaker {
    void take(Partition file, int unit, UnitReader reader) throws IOException;
  }

  private void add(Partition file, int unit, UnitReader reader) {
    reader.copy(unit, rows);
    append(file, unit);
  }

  private void append(Partition file, int unit) {
    writer.add(file.hash(unit), file.publicId(unit), rows, null);
  }

  /// Gives the units that count, base and delta together, in order.
  private void stream(Generation.Slot slot, UnitTaker taker) throws IOException {
    Partition base = slot.base();
    Partition delta = slot.delta();
    UnitReader baseReader = base.reader();
    UnitReader deltaReader = delta == null ? baseReader : delta.reader();
    int[] masked = slot.masked();
    int nextMasked = 0;
    int nextDelta = 0;
    for (int unit = 0; unit < base.units(); unit++) {
      if (nextMasked < masked.length && masked[nextMasked] == unit) {
        nextMasked++;
        continue;
      }
      while (delta != null && nextDelta < delta.units() && before(delta, nextDelta, base, unit)) {
        taker.take(delta, nextDelta++, deltaReader);
      }
      taker.take(base, unit, baseReader);
    }
    while (delta != null && nextDelta < delta.units()) {
      taker.take(delta, nextDelta++, deltaReader);
    }
    done += slot.events();
    if (!progress.report(done, events)) {
      throw new CancelledException();
    }
  }

  private static boolean before(Partition file, int unit, Partition other, int otherUnit) {
    int byHash = Long.compareUnsigned(file.hash(unit), other.hash(otherUnit));
    return byHash != 0
        ? byHash < 0
        : UnitOrder.compare(file.publicId(unit), other.publicId(otherUnit)) < 0;
  }
}
