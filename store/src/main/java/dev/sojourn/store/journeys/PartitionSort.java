package dev.sojourn.store.journeys;

import dev.sojourn.store.journeys.column.PartitionWriter;
import dev.sojourn.store.journeys.column.UnitRows;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Groups the rows of one partition by unit and puts them in order: units by (hash, public id),
/// events by (time, seq, event id). Keeps its buffers from partition to partition. For one thread.
///
/// A hash finds a unit; the text of the public id, compared byte by byte, confirms it, so two
/// people whose hashes collide stay two.
final class PartitionSort {

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private MemorySegment rows = MemorySegment.NULL;

  // The flags that any row of the partition has.
  private int flags;

  // Units by number of their first appearance.
  private int units;
  private long[] hash = new long[1 << 12];
  private int[] count = new int[1 << 12];
  private int[] idEnd = new int[1 << 12];
  private byte[] ids = new byte[1 << 16];

  // Open addressing over units: 0 is free, else number + 1.
  private int[] table = new int[0];

  // The unit of each row in the order of the spill.
  private int[] unitOfRow = new int[0];

  // Rows grouped by unit, three numbers a row: time, seq, and the offset in the spill over the
  // final code in 16 bits. Writing a row to its place here costs less than fetching it later from
  // the spill, which does not fit a cache.
  private static final int STRIDE = 3;
  private long[] grouped = new long[0];

  private final UnitRows unit = new UnitRows();

  /// Sorts a partition into a writer.
  ///
  /// @param spilled the rows, as [Spill] wrote them
  /// @param size how many
  /// @param codes the final code of each code in the rows
  /// @param sources the ids of the sources
  void sort(
      MemorySegment spilled, int size, char[] codes, byte[][] sources, PartitionWriter writer) {
    rows = spilled;
    findUnits(size);
    int[] order = orderUnits();
    int[] end = group(order, size, codes);
    for (int o = 0; o < units; o++) {
      int number = order[o];
      fill(end[number] - count[number], end[number]);
      unit.sort((a, b) -> Spill.id(rows, a, sources).compareTo(Spill.id(rows, b, sources)));
      int from = idStart(number);
      MemorySegment id = MemorySegment.ofArray(ids).asSlice(from, (long) idEnd[number] - from);
      writer.add(hash[number], id, unit, null);
    }
    rows = MemorySegment.NULL;
  }

  private void findUnits(int size) {
    units = 0;
    table = new int[Math.max(1 << 10, Integer.highestOneBit(Math.max(1, size / 4)) * 2)];
    if (unitOfRow.length < size) {
      unitOfRow = new int[size + size / 8];
      grouped = new long[Math.multiplyExact(unitOfRow.length, STRIDE)];
    }
    flags = 0;
    long at = 0;
    for (int r = 0; r < size; r++) {
      flags |= Spill.flags(rows.get(LONG, at + Spill.META));
      long rowHash = rows.get(LONG, at + Spill.HASH);
      int number = find(rowHash, at);
      count[number]++;
      unitOfRow[r] = number;
      at = Spill.next(rows, at);
    }
  }

  private int find(long rowHash, long row) {
    int mask = table.length - 1;
    // The leading bits are the same in the whole partition.
    int slot = (int) rowHash & mask;
    while (table[slot] != 0) {
      int number = table[slot] - 1;
      if (hash[number] == rowHash && hasId(number, row)) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = units + 1;
    add(rowHash, row);
    if (units * 2L > table.length) {
      grow();
    }
    return units - 1;
  }

  private void add(long rowHash, long row) {
    if (units == hash.length) {
      hash = Arrays.copyOf(hash, units * 2);
      count = Arrays.copyOf(count, units * 2);
      idEnd = Arrays.copyOf(idEnd, units * 2);
    }
    int from = idStart(units);
    int length = Spill.unitLength(rows.get(LONG, row + Spill.META));
    int needed = Math.addExact(from, length);
    if (needed > ids.length) {
      int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, ids.length * 2L);
      ids = Arrays.copyOf(ids, Math.max(needed, doubled));
    }
    MemorySegment.copy(rows, BYTE, row + Spill.HEAD, ids, from, length);
    hash[units] = rowHash;
    count[units] = 0;
    idEnd[units] = needed;
    units++;
  }

  private int idStart(int number) {
    return number == 0 ? 0 : idEnd[number - 1];
  }

  private void grow() {
    table = new int[Math.multiplyExact(table.length, 2)];
    int mask = table.length - 1;
    for (int number = 0; number < units; number++) {
      int slot = (int) hash[number] & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = number + 1;
    }
  }

  private boolean hasId(int number, long row) {
    int from = idStart(number);
    int length = Spill.unitLength(rows.get(LONG, row + Spill.META));
    if (idEnd[number] - from != length) {
      return false;
    }
    long at = row + Spill.HEAD;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if ((long) LONGS.get(ids, from + i) != rows.get(LONG, at + i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (ids[from + i] != rows.get(BYTE, at + i)) {
        return false;
      }
    }
    return true;
  }

  /// Units in their order. The hash is even over the range of the partition, so a bucket a unit and
  /// an insertion sort inside the bucket take linear time.
  private int[] orderUnits() {
    long low = -1L;
    long high = 0;
    for (int n = 0; n < units; n++) {
      low = Long.compareUnsigned(hash[n], low) < 0 ? hash[n] : low;
      high = Long.compareUnsigned(hash[n], high) > 0 ? hash[n] : high;
    }
    int bucketBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(units));
    int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(high - low) - bucketBits);
    int buckets = units == 0 ? 1 : (int) ((high - low) >>> shift) + 1;
    int[] start = new int[buckets + 1];
    for (int n = 0; n < units; n++) {
      start[(int) ((hash[n] - low) >>> shift) + 1]++;
    }
    for (int b = 0; b < buckets; b++) {
      start[b + 1] += start[b];
    }
    int[] order = new int[units];
    int[] next = Arrays.copyOf(start, buckets);
    for (int n = 0; n < units; n++) {
      int bucket = (int) ((hash[n] - low) >>> shift);
      int at = next[bucket]++;
      while (at > start[bucket] && comesBefore(n, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = n;
    }
    return order;
  }

  private boolean comesBefore(int number, int other) {
    int byHash = Long.compareUnsigned(hash[number], hash[other]);
    return byHash != 0
        ? byHash < 0
        : Arrays.compareUnsigned(
                ids, idStart(number), idEnd[number], ids, idStart(other), idEnd[other])
            < 0;
  }

  /// Groups rows by unit, in the order in which they came.
  ///
  /// @return where the rows of each unit end
  private int[] group(int[] order, int size, char[] codes) {
    int[] next = new int[units];
    int at = 0;
    for (int number : order) {
      next[number] = at;
      at += count[number];
    }
    long row = 0;
    for (int r = 0; r < size; r++) {
      int to = next[unitOfRow[r]]++ * STRIDE;
      grouped[to] = rows.get(LONG, row + Spill.TIME);
      grouped[to + 1] = rows.get(LONG, row + Spill.SEQ);
      grouped[to + 2] = row << 16 | codes[(int) rows.get(LONG, row + Spill.META) & 0xFFFF];
      row = Spill.next(rows, row);
    }
    return next;
  }

  private void fill(int from, int to) {
    unit.clear();
    for (int i = from; i < to; i++) {
      long row = grouped[i * STRIDE + 2] >>> 16;
      int member = 0;
      if ((flags & Spill.MEMBER) != 0) {
        long meta = rows.get(LONG, row + Spill.META);
        // The rows of a unit have it all or none.
        if ((Spill.flags(meta) & Spill.MEMBER) != 0) {
          member = unit.member(Spill.member(rows, row, meta));
        }
      }
      char code = (char) grouped[i * STRIDE + 2];
      unit.add(grouped[i * STRIDE], grouped[i * STRIDE + 1], code, member, row);
    }
  }
}
