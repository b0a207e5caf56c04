package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.store.journeys.column.Partition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The files of a manifest, mapped. Immutable but for the count of its holders; the last release
/// lets go of the files. Thread-safe.
final class Generation {

  /// A partition: its base and the units that replace or join those of the base.
  record Slot(Partition base, @Nullable Partition delta) {

    int[] masked() {
      return delta == null ? new int[0] : delta.masked();
    }

    long units() {
      return (long) base.units() - masked().length + (delta == null ? 0 : delta.units());
    }

    long events() {
      long events = base.events();
      for (int unit : masked()) {
        events -= base.length(unit);
      }
      return events + (delta == null ? 0 : delta.events());
    }

    private List<Partition> files() {
      return delta == null ? List.of(base) : List.of(base, delta);
    }
  }

  private final Manifest manifest;
  private final StoredVocabulary vocabulary;
  private final Identity identity;
  private final List<Slot> slots;
  private final Tick tick;
  private final long throughMicros;
  private final AtomicInteger holders = new AtomicInteger(1);

  private Generation(
      Manifest manifest, StoredVocabulary vocabulary, Identity identity, List<Slot> slots) {
    this.manifest = manifest;
    this.vocabulary = vocabulary;
    this.identity = identity;
    this.slots = List.copyOf(slots);
    Tick finest = Tick.SECOND;
    long latest = JourneyBlock.UNTIMED;
    for (Slot slot : slots) {
      for (Partition file : slot.files()) {
        finest = file.tick().compareTo(finest) > 0 ? file.tick() : finest;
        if (file.through() != JourneyBlock.UNTIMED) {
          latest = Math.max(latest, file.through() * file.tick().micros());
        }
      }
    }
    this.tick = finest;
    this.throughMicros = latest;
  }

  /// Maps the files of a manifest; the caller holds the generation.
  ///
  /// @param check whether to compare the checksums of all columns
  static Generation open(StoreFolder folder, Manifest manifest, boolean check) throws IOException {
    return open(folder, manifest, null, check);
  }

  /// As [#open(StoreFolder, Manifest, boolean)]; files that an older generation shows are taken
  /// over.
  static Generation open(
      StoreFolder folder, Manifest manifest, @Nullable Generation older, boolean check)
      throws IOException {
    List<Partition> opened = new ArrayList<>();
    boolean complete = false;
    try {
      StoredVocabulary vocabulary = folder.readVocabulary(manifest.vocabulary());
      Identity identity = folder.readIdentity(manifest.identity());
      List<Slot> slots = new ArrayList<>();
      for (Manifest.Entry entry : manifest.partitions()) {
        Partition base = map(folder, entry.base(), older, check);
        opened.add(base);
        Partition delta = null;
        if (entry.delta() != null) {
          delta = map(folder, entry.delta(), older, check);
          opened.add(delta);
        }
        slots.add(new Slot(base, delta));
      }
      complete = true;
      return new Generation(manifest, vocabulary, identity, slots);
    } finally {
      if (!complete) {
        opened.forEach(Partition::release);
      }
    }
  }

  private static Partition map(
      StoreFolder folder, String name, @Nullable Generation older, boolean check)
      throws IOException {
    Partition known = older == null ? null : older.file(name);
    if (known != null) {
      known.retain();
      return known;
    }
    return folder.openPartition(name, check);
  }

  private @Nullable Partition file(String name) {
    for (int p = 0; p < slots.size(); p++) {
      Manifest.Entry entry = manifest.partitions().get(p);
      if (name.equals(entry.base())) {
        return slots.get(p).base();
      }
      if (name.equals(entry.delta())) {
        return slots.get(p).delta();
      }
    }
    return null;
  }

  /// Holds the generation once more.
  void retain() {
    holders.incrementAndGet();
  }

  /// Holds the generation once less.
  void release() {
    if (holders.decrementAndGet() == 0) {
      slots.forEach(slot -> slot.files().forEach(Partition::release));
    }
  }

  Manifest manifest() {
    return manifest;
  }

  StoredVocabulary vocabulary() {
    return vocabulary;
  }

  Identity identity() {
    return identity;
  }

  List<Slot> slots() {
    return slots;
  }

  /// The finest tick of its files.
  Tick tick() {
    return tick;
  }

  /// The latest time in microseconds, or the least `long` when no event has a time.
  long throughMicros() {
    return throughMicros;
  }
}
