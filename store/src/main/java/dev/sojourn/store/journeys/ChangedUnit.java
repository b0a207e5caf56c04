package dev.sojourn.store.journeys;

import dev.sojourn.store.journeys.column.EventId;
import dev.sojourn.store.journeys.column.UnitRows;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit whose journey is put together anew. For one thread.
final class ChangedUnit {

  /// The origin of events that come from the log with their ids.
  static final int NEW = -1;

  /// The order of units in a file.
  static final Comparator<ChangedUnit> ORDER =
      (a, b) -> {
        int byHash = Long.compareUnsigned(a.hash, b.hash);
        return byHash != 0
            ? byHash
            : UnitOrder.compare(
                MemorySegment.ofArray(a.publicId.getBytes(StandardCharsets.UTF_8)),
                MemorySegment.ofArray(b.publicId.getBytes(StandardCharsets.UTF_8)));
      };

  private final String publicId;
  private final long hash;
  private final UnitRows rows = new UnitRows();

  // By the number in which events were added, which is their reference.
  private final List<@Nullable EventId> ids = new ArrayList<>();
  private int[] origin = new int[8];
  private boolean unclear;

  ChangedUnit(String publicId, long hash) {
    this.publicId = publicId;
    this.hash = hash;
  }

  String publicId() {
    return publicId;
  }

  long hash() {
    return hash;
  }

  UnitRows rows() {
    return rows;
  }

  /// The number of an identifier among those of the unit, which it joins when it is new.
  int member(byte[] identifier) {
    return rows.member(identifier);
  }

  /// The identifiers of the events.
  List<String> identifiers() {
    return rows.members().stream().map(m -> new String(m, StandardCharsets.UTF_8)).toList();
  }

  /// The id of an event, where it is known.
  @Nullable EventId id(long reference) {
    return ids.get(Math.toIntExact(reference));
  }

  /// Adds an event.
  ///
  /// @param member the number of its identifier
  /// @param from tells journeys apart from which events came in order, or [#NEW]
  void add(long micros, long seq, char code, int member, @Nullable EventId id, int from) {
    if (origin.length == ids.size()) {
      origin = Arrays.copyOf(origin, origin.length * 2);
    }
    origin[ids.size()] = from;
    rows.add(micros, seq, code, member, ids.size());
    ids.add(id);
  }

  /// Removes all events.
  void clear() {
    rows.clear();
    ids.clear();
  }

  /// Orders the events.
  ///
  /// @return whether their order is certain; it is not when it takes an id that is not known
  boolean sort() {
    unclear = false;
    rows.sort(this::breakTie);
    return !unclear;
  }

  private int breakTie(long reference, long other) {
    EventId id = id(reference);
    EventId otherId = id(other);
    if (id != null && otherId != null) {
      return id.compareTo(otherId);
    }
    int from = origin[Math.toIntExact(reference)];
    if (from != NEW && from == origin[Math.toIntExact(other)]) {
      return Long.compare(reference, other);
    }
    unclear = true;
    return 0;
  }
}
