package dev.sojourn.store.journeys;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.journeys.column.EventId;
import dev.sojourn.store.journeys.column.Partition;
import dev.sojourn.store.journeys.column.PartitionWriter;
import dev.sojourn.store.journeys.column.UnitReader;
import dev.sojourn.store.journeys.column.UnitRows;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Applies what is new in the log to a generation: the journeys that change are taken out of it,
/// merged with what is new and written into the deltas of their partitions. For one thread and one
/// merge.
///
/// A journey changes when it has a new event, when identifiers join or leave its unit, or when one
/// of its identifiers was erased. All journeys that share an identifier with a changed one are
/// taken out together, so whatever moves between units finds its new place.
final class Merge {

  /// More new events than this are not merged: building everything anew is cheaper.
  static final int MAX_EVENTS = 1_000_000;

  /// What became of a merge.
  ///
  /// @param manifest the generation that was written
  /// @param events new events that were read
  /// @param erased whether masked units may hold bytes of the erased until they are written anew
  record Merged(Manifest manifest, long events, boolean erased) {}

  private final StoreFolder folder;
  private final Generation old;
  private final EventInput input;
  private final BuildProgress progress;
  private final Identity identity;
  private final StoredVocabulary vocabulary;
  private final Set<Long> erased = new HashSet<>();
  private final Map<String, ChangedUnit> changed = new HashMap<>();
  private final Map<Partition, UnitReader> readers = new HashMap<>();

  // Of each partition, units of the base and of the delta that were taken out.
  private final List<SortedSet<Integer>> takenFromBase = new ArrayList<>();
  private final List<Set<Integer>> takenFromDelta = new ArrayList<>();

  private long events;
  private int nextOrigin;

  Merge(StoreFolder folder, Generation old, EventInput input, BuildProgress progress) {
    this.folder = folder;
    this.old = old;
    this.input = input;
    this.progress = progress;
    this.identity = Identity.of(input.identity());
    this.vocabulary = old.vocabulary().copy();
    for (Generation.Slot slot : old.slots()) {
      SortedSet<Integer> masked = new TreeSet<>();
      for (int unit : slot.masked()) {
        masked.add(unit);
      }
      takenFromBase.add(masked);
      takenFromDelta.add(new HashSet<>());
    }
  }

  /// Merges and writes; what makes the files count is left to the caller.
  ///
  /// @return null when everything is to be built anew instead
  @Nullable Merged run(long number) throws IOException {
    Set<String> units = new HashSet<>();
    identity.changed(old.identity()).forEach(i -> units.add(old.identity().publicId(i)));
    if (!findErased(units) || !readNew(units)) {
      return null;
    }
    for (String unit : units) {
      takeOut(unit);
    }
    sort();
    String vocabularyName =
        vocabulary.size() == old.vocabulary().size()
            ? old.manifest().vocabulary()
            : folder.writeVocabulary(vocabulary, number);
    String identityName =
        identity.persons().equals(old.identity().persons())
            ? old.manifest().identity()
            : folder.writeIdentity(identity, number);
    return new Merged(
        new Manifest(
            number,
            input.lineage(),
            input.sequence(),
            vocabularyName,
            identityName,
            writeDeltas(number)),
        events,
        !erased.isEmpty());
  }

  /// Finds the units that hold events of erased identifiers.
  ///
  /// @return false when a hash stands for more than one unit, so that only the log can tell
  private boolean findErased(Set<String> units) {
    for (long hash : input.erasedFrom(old.manifest().sequence())) {
      erased.add(hash);
      int p = Spill.partition(hash, old.manifest().bits());
      Generation.Slot slot = old.slots().get(p);
      Set<String> found = new HashSet<>();
      withHash(slot.base(), hash, found);
      if (slot.delta() != null) {
        withHash(slot.delta(), hash, found);
      }
      if (found.size() > 1) {
        return false;
      }
      units.addAll(found);
    }
    if (!erased.isEmpty()) {
      for (String identifier : old.identity().identifiers()) {
        if (erased.contains(input.customerHash(identifier))) {
          units.add(old.identity().publicId(identifier));
        }
      }
    }
    return true;
  }

  private static void withHash(Partition file, long hash, Set<String> found) {
    for (int u = file.firstAtOrAfter(hash); u < file.units() && file.hash(u) == hash; u++) {
      found.add(file.id(u));
    }
  }

  /// Reads the new events into the units to which they belong now.
  ///
  /// @return false when there are too many
  private boolean readNew(Set<String> units) throws IOException {
    try (EventReader reader = input.read(old.manifest().sequence(), Set.of())) {
      BatchCodes batchCodes = new BatchCodes(reader, vocabulary, EventFilter.ALL);
      while (reader.next()) {
        events += reader.size();
        if (events > MAX_EVENTS) {
          return false;
        }
        if (!progress.report(events, events)) {
          throw new CancelledException();
        }
        int[] codes = new int[reader.size()];
        batchCodes.codes(codes);
        for (int i = 0; i < reader.size(); i++) {
          String identifier = text(reader.customer(), i);
          units.add(old.identity().publicId(identifier));
          add(unitOf(identifier), reader, i, codes[i], identifier);
        }
      }
    }
    return true;
  }

  private static void add(
      ChangedUnit unit, EventReader reader, int i, int code, String identifier) {
    int member = unit.member(identifier.getBytes(StandardCharsets.UTF_8));
    EventId id = id(reader, i);
    unit.add(reader.time()[i], reader.seq()[i], (char) code, member, id, ChangedUnit.NEW);
  }

  private static String text(TextColumn column, int i) {
    String text = column.text(i);
    if (text == null) {
      throw new IllegalStateException("an event without a customer");
    }
    return text;
  }

  private static EventId id(EventReader reader, int i) {
    String given = reader.id().text(i);
    return given != null
        ? EventId.given(given)
        : EventId.placed(text(reader.source(), i), reader.ordinal()[i]);
  }

  private ChangedUnit unitOf(String identifier) {
    String publicId = identity.publicId(identifier);
    return changed.computeIfAbsent(publicId, id -> new ChangedUnit(id, input.customerHash(id)));
  }

  /// Takes the journey of a unit of the old generation out of it, and gives each of its events to
  /// the unit to which it belongs now.
  private void takeOut(String publicId) throws IOException {
    long hash = input.customerHash(publicId);
    byte[] bytes = publicId.getBytes(StandardCharsets.UTF_8);
    int p = Spill.partition(hash, old.manifest().bits());
    Generation.Slot slot = old.slots().get(p);
    int inDelta = slot.delta() == null ? -1 : slot.delta().find(hash, bytes);
    if (slot.delta() != null && inDelta >= 0) {
      takenFromDelta.get(p).add(inDelta);
      give(reader(slot.delta()), inDelta);
      return;
    }
    int inBase = slot.base().find(hash, bytes);
    if (inBase >= 0 && takenFromBase.get(p).add(inBase)) {
      give(reader(slot.base()), inBase);
    }
  }

  private UnitReader reader(Partition file) throws IOException {
    UnitReader known = readers.get(file);
    if (known == null) {
      known = file.reader();
      readers.put(file, known);
    }
    return known;
  }

  private void give(UnitReader reader, int unit) {
    int origin = nextOrigin++;
    reader.read(
        unit,
        members -> {
          int size = members.size();
          @Nullable ChangedUnit[] to = new @Nullable ChangedUnit[size];
          int[] number = new int[size];
          for (int m = 0; m < size; m++) {
            String identifier = new String(members.get(m), StandardCharsets.UTF_8);
            if (erased.isEmpty() || !erased.contains(input.customerHash(identifier))) {
              ChangedUnit now = unitOf(identifier);
              to[m] = now;
              number[m] = now.member(members.get(m));
            }
          }
          return (micros, seq, code, member, id) -> {
            ChangedUnit now = to[member];
            if (now != null) {
              now.add(micros, seq, code, number[member], id, origin);
            }
          };
        });
  }

  /// Orders the events of every changed unit. Where that takes an id that only the log knows, the
  /// unit is read from the log.
  private void sort() throws IOException {
    Map<String, ChangedUnit> unclear = new HashMap<>();
    for (ChangedUnit unit : changed.values()) {
      if (!unit.sort()) {
        unclear.put(unit.publicId(), unit);
      }
    }
    if (unclear.isEmpty()) {
      return;
    }
    Set<Long> hashes = new HashSet<>();
    for (ChangedUnit unit : unclear.values()) {
      unit.identifiers().forEach(i -> hashes.add(input.customerHash(i)));
      unit.clear();
    }
    try (EventReader reader = input.read(0, Set.of())) {
      BatchCodes batchCodes = new BatchCodes(reader, vocabulary, EventFilter.ALL);
      while (reader.next()) {
        int[] codes = new int[reader.size()];
        batchCodes.codes(codes);
        for (int i = 0; i < reader.size(); i++) {
          if (hashes.contains(reader.customerHash()[i])) {
            String identifier = text(reader.customer(), i);
            ChangedUnit unit = unclear.get(identity.publicId(identifier));
            if (unit != null) {
              add(unit, reader, i, codes[i], identifier);
            }
          }
        }
      }
    }
    unclear.values().forEach(ChangedUnit::sort);
  }

  private List<Manifest.Entry> writeDeltas(long number) throws IOException {
    int bits = old.manifest().bits();
    List<List<ChangedUnit>> byPartition = new ArrayList<>();
    old.slots().forEach(slot -> byPartition.add(new ArrayList<>()));
    for (ChangedUnit unit : changed.values()) {
      if (unit.rows().size() > 0) {
        byPartition.get(Spill.partition(unit.hash(), bits)).add(unit);
      }
    }
    List<Manifest.Entry> entries = new ArrayList<>();
    for (int p = 0; p < old.slots().size(); p++) {
      Manifest.Entry entry = old.manifest().partitions().get(p);
      boolean touched =
          !byPartition.get(p).isEmpty()
              || !takenFromDelta.get(p).isEmpty()
              || takenFromBase.get(p).size() > old.slots().get(p).masked().length;
      entries.add(
          touched
              ? new Manifest.Entry(entry.base(), writeDelta(number, p, byPartition.get(p)))
              : entry);
    }
    return entries;
  }

  private @Nullable String writeDelta(long number, int p, List<ChangedUnit> units)
      throws IOException {
    Partition delta = old.slots().get(p).delta();
    List<ChangedUnit> all = new ArrayList<>(units);
    for (int u = 0; delta != null && u < delta.units(); u++) {
      if (!takenFromDelta.get(p).contains(u)) {
        ChangedUnit kept = new ChangedUnit(delta.id(u), delta.hash(u));
        reader(delta)
            .read(
                u,
                members -> {
                  members.forEach(kept::member);
                  return (micros, seq, code, member, id) ->
                      kept.add(micros, seq, code, member, id, 0);
                });
        all.add(kept);
      }
    }
    if (all.isEmpty() && takenFromBase.get(p).isEmpty()) {
      return null;
    }
    all.sort(ChangedUnit.ORDER);
    PartitionWriter writer = new PartitionWriter();
    for (ChangedUnit unit : all) {
      MemorySegment id = MemorySegment.ofArray(unit.publicId().getBytes(StandardCharsets.UTF_8));
      UnitRows rows = unit.rows();
      writer.add(unit.hash(), id, rows, unit::id);
    }
    return folder.writeDelta(writer, List.copyOf(takenFromBase.get(p)), number, p);
  }
}
