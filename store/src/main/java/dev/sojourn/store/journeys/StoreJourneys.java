package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.store.journeys.column.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A generation as questions see it. A unit's number is its place among the units of all files, in
/// the order of the partitions, base before delta; units of a base that a delta replaces keep their
/// number and are never given.
final class StoreJourneys implements Journeys {

  private final Generation generation;
  private final long throughMicros;
  private final List<Part> parts;
  private final List<Partition> files = new ArrayList<>();
  private final List<Long> firstNumbers = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /// @param generation held by the caller for this object, which releases it
  /// @param throughMicros how far the data reach, which may be further than what is visible
  StoreJourneys(Generation generation, long throughMicros) {
    this.generation = generation;
    this.throughMicros = throughMicros;
    List<Part> all = new ArrayList<>();
    long number = 0;
    for (Generation.Slot slot : generation.slots()) {
      long deltaNumber = number + slot.base().units();
      all.add(
          new Part(slot, number, deltaNumber, generation.tick(), generation.vocabulary().size()));
      number = place(slot.base(), number);
      if (slot.delta() != null) {
        number = place(slot.delta(), number);
      }
    }
    this.parts = List.copyOf(all);
  }

  /// The number of the generation.
  long number() {
    return generation.manifest().number();
  }

  private long place(Partition file, long number) {
    files.add(file);
    firstNumbers.add(number);
    return number + file.units();
  }

  @Override
  public Vocabulary vocabulary() {
    return generation.vocabulary();
  }

  @Override
  public Tick tick() {
    return generation.tick();
  }

  @Override
  public long units() {
    return parts.stream().mapToLong(Part::units).sum();
  }

  @Override
  public long events() {
    return parts.stream().mapToLong(Part::events).sum();
  }

  @Override
  public long dataThrough() {
    return throughMicros == JourneyBlock.UNTIMED
        ? throughMicros
        : Math.floorDiv(throughMicros, tick().micros());
  }

  @Override
  public List<? extends JourneyPart> parts() {
    return parts;
  }

  @Override
  public String unitId(long unit) {
    int low = 0;
    int high = files.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firstNumbers.get(middle) <= unit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return files.get(low).id(Math.toIntExact(unit - firstNumbers.get(low)));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      generation.release();
    }
  }

  private record Part(
      Generation.Slot slot,
      long baseNumber,
      long deltaNumber,
      Tick tick,
      int codes,
      long units,
      long events)
      implements JourneyPart {

    Part(Generation.Slot slot, long baseNumber, long deltaNumber, Tick tick, int codes) {
      this(slot, baseNumber, deltaNumber, tick, codes, slot.units(), slot.events());
    }

    @Override
    public JourneyCursor open() {
      return new StoreCursor(
          slot, baseNumber, deltaNumber, tick, StoreCursor.EVERY, StoreCursor.EVERY, 0);
    }

    @Override
    public JourneyCursor openEntered(int[] first, int[] second, long quietThrough) {
      // With more codes than bits a bit can be that of another code, which is no proof of an entry.
      long then = codes <= Long.SIZE ? bits(second) : StoreCursor.EVERY;
      return new StoreCursor(slot, baseNumber, deltaNumber, tick, bits(first), then, quietThrough);
    }

    private static long bits(int[] codes) {
      long bits = 0;
      for (int code : codes) {
        bits |= 1L << code;
      }
      return bits;
    }
  }
}
