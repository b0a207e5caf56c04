package dev.sojourn.store.journeys;

import dev.sojourn.store.journeys.column.PartitionWriter;
import dev.sojourn.store.journeys.column.UnitRows;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Groups the rows of one partition by unit and puts them in order: units by (hash, public id),
/// events by (time, seq, event id). Keeps its buffers from partition to partition. For one thread.
///
/// A hash finds a unit; the text of the public id, compared byte by byte, confirms it, so two
/// people whose hashes collide stay two.
final class PartitionSort {

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private MemorySegment rows = MemorySegment.NULL;

  // Units by number of their first appearance.
  private int units;
  private long[] hash = new long[1 << 12];
  private int[] count = new int[1 << 12];
  private long[] firstRow = new long[1 << 12];

  // Open addressing over units: 0 is free, else number + 1.
  private int[] table = new int[0];

  // The unit of each row in the order of the spill, then rows (offset / 8) grouped by unit.
  private int[] unitOfRow = new int[0];
  private int[] grouped = new int[0];

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
    int[] end = group(order, size);
    for (int o = 0; o < units; o++) {
      int number = order[o];
      fill(end[number] - count[number], end[number], codes);
      unit.sort((a, b) -> Spill.id(rows, a, sources).compareTo(Spill.id(rows, b, sources)));
      long at = firstRow[number];
      int length = Spill.unitLength(rows.get(LONG, at + Spill.META));
      writer.add(hash[number], rows.asSlice(at + Spill.HEAD, length), unit, null);
    }
    rows = MemorySegment.NULL;
  }

  private void findUnits(int size) {
    units = 0;
    table = new int[Math.max(1 << 10, Integer.highestOneBit(Math.max(1, size / 4)) * 2)];
    if (unitOfRow.length < size) {
      unitOfRow = new int[size + size / 8];
      grouped = new int[size + size / 8];
    }
    long at = 0;
    for (int r = 0; r < size; r++) {
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
      if (hash[number] == rowHash && sameId(firstRow[number], row)) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    if (units == hash.length) {
      hash = Arrays.copyOf(hash, units * 2);
      count = Arrays.copyOf(count, units * 2);
      firstRow = Arrays.copyOf(firstRow, units * 2);
    }
    hash[units] = rowHash;
    count[units] = 0;
    firstRow[units] = row;
    table[slot] = ++units;
    if (units * 2L > table.length) {
      grow();
    }
    return units - 1;
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

  private boolean sameId(long row, long other) {
    int length = Spill.unitLength(rows.get(LONG, row + Spill.META));
    if (length != Spill.unitLength(rows.get(LONG, other + Spill.META))) {
      return false;
    }
    long a = row + Spill.HEAD;
    long b = other + Spill.HEAD;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if (rows.get(LONG, a + i) != rows.get(LONG, b + i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (rows.get(BYTE, a + i) != rows.get(BYTE, b + i)) {
        return false;
      }
    }
    return true;
  }

  private int compareIds(int number, int other) {
    return Arrays.compareUnsigned(publicId(number), publicId(other));
  }

  private byte[] publicId(int number) {
    long row = firstRow[number];
    int length = Spill.unitLength(rows.get(LONG, row + Spill.META));
    return rows.asSlice(row + Spill.HEAD, length).toArray(BYTE);
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
    return byHash != 0 ? byHash < 0 : compareIds(number, other) < 0;
  }

  /// Groups rows by unit, in the order in which they came.
  ///
  /// @return where the rows of each unit end
  private int[] group(int[] order, int size) {
    int[] next = new int[units];
    int at = 0;
    for (int number : order) {
      next[number] = at;
      at += count[number];
    }
    long row = 0;
    for (int r = 0; r < size; r++) {
      grouped[next[unitOfRow[r]]++] = (int) (row >>> 3);
      row = Spill.next(rows, row);
    }
    return next;
  }

  private void fill(int from, int to, char[] codes) {
    unit.clear();
    for (int i = from; i < to; i++) {
      long row = (grouped[i] & 0xFFFFFFFFL) << 3;
      long meta = rows.get(LONG, row + Spill.META);
      int member =
          (Spill.flags(meta) & Spill.MEMBER) == 0 ? 0 : unit.member(Spill.member(rows, row, meta));
      unit.add(
          rows.get(LONG, row + Spill.TIME),
          rows.get(LONG, row + Spill.SEQ),
          codes[(int) meta & 0xFFFF],
          member,
          row);
    }
  }
}
