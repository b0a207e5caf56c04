package dev.sojourn.store.journeys.column;

import dev.sojourn.kernel.journey.Tick;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The units of one partition file, mapped into memory. Thread-safe.
///
/// Several generations can show the same file: each retains it and releases it, and the last
/// release unmaps it.
public final class Partition {

  private final Path rest;
  private final Arena arena;
  private final AtomicInteger holders = new AtomicInteger(1);
  private final PartitionInfo info;
  private final MemorySegment codes;
  private final MemorySegment gaps;
  private final MemorySegment starts;
  private final MemorySegment firstTimes;
  private final MemorySegment presence;
  private final MemorySegment hashes;
  private final MemorySegment idEnds;
  private final MemorySegment idText;
  private final int[] longGapEvents;
  private final long[] longGaps;
  private final int[] masked;
  private @Nullable ColumnFile order;

  private Partition(ColumnFile file, Path rest, Arena arena) throws IOException {
    this.rest = rest;
    this.arena = arena;
    this.info = PartitionInfo.of(file.section(Section.INFO));
    this.codes = file.section(Section.CODES);
    this.gaps = file.section(Section.GAPS);
    this.starts = file.section(Section.STARTS);
    this.firstTimes = file.section(Section.FIRST_TIMES);
    this.presence = file.section(Section.PRESENCE);
    this.hashes = file.section(Section.HASHES);
    this.idEnds = file.section(Section.ID_ENDS);
    this.idText = file.section(Section.ID_TEXT);
    this.longGapEvents = file.section(Section.LONG_GAP_EVENTS).toArray(ColumnFile.INT);
    this.longGaps = file.section(Section.LONG_GAPS).toArray(ColumnFile.LONG);
    this.masked =
        file.has(Section.MASKED)
            ? file.section(Section.MASKED).toArray(ColumnFile.INT)
            : new int[0];
  }

  /// Maps a partition; the caller holds it.
  ///
  /// @param columns the file that questions read
  /// @param rest the file that merging reads; opened when it is needed
  /// @param check whether to compare the checksums of all columns
  /// @throws DamagedFileException when the file is not what was written
  public static Partition open(Path columns, Path rest, boolean check) throws IOException {
    Arena arena = Arena.ofShared();
    boolean opened = false;
    try {
      Partition partition = new Partition(ColumnFile.open(columns, arena, check), rest, arena);
      opened = true;
      return partition;
    } finally {
      if (!opened) {
        arena.close();
      }
    }
  }

  /// Reads every byte of the two files of a partition.
  ///
  /// @throws DamagedFileException when one is not what was written
  public static void check(Path columns, Path rest) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      ColumnFile.open(columns, arena, true);
      ColumnFile.open(rest, arena, true);
    }
  }

  /// Holds the partition once more.
  public void retain() {
    holders.incrementAndGet();
  }

  /// Holds the partition once less; the last release unmaps it.
  public void release() {
    if (holders.decrementAndGet() == 0) {
      arena.close();
    }
  }

  /// Units with their events in this file.
  public int units() {
    return info.units();
  }

  /// Events in this file.
  public int events() {
    return info.events();
  }

  /// The unit of time of this file.
  public Tick tick() {
    return info.tick();
  }

  /// The latest time in ticks of this file, or the least `long` when no event has a time.
  public long through() {
    return info.through();
  }

  /// For a delta, the units of the base that it replaces, ascending; not to be changed.
  public int[] masked() {
    return masked;
  }

  /// How many events a unit has.
  public int length(int unit) {
    return start(unit + 1) - start(unit);
  }

  /// The codes that unit has, modulo 64.
  public long presence(int unit) {
    return presence.get(ColumnFile.LONG, unit * 8L);
  }

  /// The keyed hash of the public id of a unit.
  public long hash(int unit) {
    return hashes.get(ColumnFile.LONG, unit * 8L);
  }

  /// The bytes of the public id of a unit.
  public MemorySegment publicId(int unit) {
    int from = unit == 0 ? 0 : idEnds.get(ColumnFile.INT, (unit - 1) * 4L);
    return idText.asSlice(from, idEnds.get(ColumnFile.INT, unit * 4L) - from);
  }

  /// The public id of a unit.
  public String id(int unit) {
    return new String(publicId(unit).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /// The first unit whose hash is not below a value, as unsigned numbers; the number of units when
  /// there is none.
  public int firstAtOrAfter(long hash) {
    int low = 0;
    int high = units();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(hash(middle), hash) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The unit with a public id, or -1.
  public int find(long hash, byte[] publicId) {
    MemorySegment wanted = MemorySegment.ofArray(publicId);
    for (int u = firstAtOrAfter(hash); u < units() && hash(u) == hash; u++) {
      if (publicId(u).mismatch(wanted) == -1) {
        return u;
      }
    }
    return -1;
  }

  /// Opens a reader of whole journeys with what orders them. The file of the latter is checked and
  /// mapped by the first.
  ///
  /// @throws DamagedFileException when that file is not what was written
  public synchronized UnitReader reader() throws IOException {
    if (order == null) {
      order = ColumnFile.open(rest, arena, true);
    }
    return new UnitReader(this, order.section(Section.ORDER_STARTS), order.section(Section.ORDER));
  }

  int start(int unit) {
    return starts.get(ColumnFile.INT, unit * 4L);
  }

  /// Copies where `count` units begin, from a unit on.
  void starts(int unit, int[] to, int count) {
    MemorySegment.copy(starts, ColumnFile.INT, unit * 4L, to, 0, count);
  }

  long firstTime(int unit) {
    return firstTimes.get(ColumnFile.LONG, unit * 8L);
  }

  /// Copies the first times of `count` units, from a unit on.
  void firstTimes(int unit, long[] to, int count) {
    MemorySegment.copy(firstTimes, ColumnFile.LONG, unit * 8L, to, 0, count);
  }

  /// Copies `count` gaps, from an event on.
  void gaps(int event, int[] to, int count) {
    MemorySegment.copy(gaps, ColumnFile.INT, event * 4L, to, 0, count);
  }

  int gap(int event) {
    return gaps.get(ColumnFile.INT, event * 4L);
  }

  boolean hasNarrowCodes() {
    return info.codeBytes() == 1;
  }

  /// Copies `count` codes of one byte, from an event on.
  void narrowCodes(int event, byte[] to, int count) {
    MemorySegment.copy(codes, ValueLayout.JAVA_BYTE, event, to, 0, count);
  }

  /// Copies `count` codes of two bytes, from an event on.
  void wideCodes(int event, char[] to, int at, int count) {
    MemorySegment.copy(codes, ColumnFile.CHAR, event * 2L, to, at, count);
  }

  /// The first of the gaps that did not fit at or after an event; [#longGapCount()] when none.
  int longGapFrom(int event) {
    int found = Arrays.binarySearch(longGapEvents, event);
    return found < 0 ? -found - 1 : found;
  }

  int longGapCount() {
    return longGapEvents.length;
  }

  int longGapEvent(int i) {
    return longGapEvents[i];
  }

  long longGap(int i) {
    return longGaps[i];
  }
}
