package dev.sojourn.store.journeys.column;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what orders the events of a unit beside their times, and under which identifiers they
/// came in; [OrderReader] reads it.
///
/// A unit is a head, its identifiers and its events. The head is twice the number of identifiers,
/// plus one when ids follow; no identifiers means that there is one, the public id. An identifier
/// is its length and its bytes; they ascend. An event is the difference of its seq to the one
/// before, then, with two identifiers or more, the number of its identifier, then, with ids, 0 or
/// the length of the text plus one, the text and the ordinal. For one thread.
final class OrderWriter {

  private final ByteSink bytes = new ByteSink();

  int size() {
    return bytes.size();
  }

  void clear() {
    bytes.clear();
  }

  MemorySegment segment() {
    return bytes.segment();
  }

  void add(MemorySegment publicId, UnitRows rows, PartitionWriter.@Nullable Ids known) {
    int[] numberOf = new int[rows.members().size()];
    List<byte[]> members = used(publicId, rows, numberOf);
    bytes.varint(members.size() * 2L + (known == null ? 0 : 1));
    for (byte[] m : members) {
      bytes.varint(m.length);
      bytes.bytes(m, 0, m.length);
    }
    long before = 0;
    long[] seq = rows.seq();
    for (int i = 0; i < rows.size(); i++) {
      bytes.signed(seq[i] - before);
      before = seq[i];
      if (members.size() > 1) {
        bytes.varint(numberOf[rows.member()[i]]);
      }
      if (known != null) {
        id(known.id(rows.reference()[i]));
      }
    }
  }

  private void id(@Nullable EventId id) {
    if (id == null) {
      bytes.varint(0);
      return;
    }
    bytes.varint(id.text().length + 1L);
    bytes.bytes(id.text(), 0, id.text().length);
    bytes.varint(id.ordinal());
  }

  /// The identifiers that have events, ascending; none when that is the public id alone.
  private static List<byte[]> used(MemorySegment publicId, UnitRows rows, int[] numberOf) {
    if (rows.members().isEmpty()) {
      return List.of();
    }
    boolean[] has = new boolean[numberOf.length];
    for (int i = 0; i < rows.size(); i++) {
      has[rows.member()[i]] = true;
    }
    List<byte[]> used = new ArrayList<>();
    for (int m = 0; m < has.length; m++) {
      if (has[m]) {
        used.add(rows.members().get(m));
      }
    }
    used.sort(Arrays::compareUnsigned);
    for (int m = 0; m < has.length; m++) {
      numberOf[m] = has[m] ? used.indexOf(rows.members().get(m)) : -1;
    }
    boolean alone =
        used.size() == 1 && MemorySegment.ofArray(used.getFirst()).mismatch(publicId) == -1;
    return alone ? List.of() : used;
  }
}
