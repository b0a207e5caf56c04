package dev.sojourn.store.journeys.column;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the units of one partition in memory and writes them: the columns that questions read
/// into one file, what only merging needs into a second. Equal units in equal order make equal
/// bytes. Reused from partition to partition. For one thread.
public final class PartitionWriter {

  /// Gives the id of an event by its [UnitRows#reference()], or null when it is not known.
  @FunctionalInterface
  public interface Ids {
    /// The id of an event.
    @Nullable EventId id(long reference);
  }

  private int units;
  private int events;
  private Tick tick = Tick.SECOND;
  private int codeMax;

  private long[] time = new long[1 << 16];
  private char[] code = new char[1 << 16];
  private int[] start = new int[1 << 12];
  private long[] first = new long[1 << 12];
  private long[] presence = new long[1 << 12];
  private long[] hash = new long[1 << 12];
  private int[] idEnd = new int[1 << 12];
  private int[] orderStart = new int[1 << 12];
  private final ByteSink ids = new ByteSink();
  private final OrderWriter order = new OrderWriter();

  /// Units so far.
  public int units() {
    return units;
  }

  /// Events so far.
  public int events() {
    return events;
  }

  /// Forgets all units.
  public void clear() {
    units = 0;
    events = 0;
    tick = Tick.SECOND;
    codeMax = 0;
    ids.clear();
    order.clear();
  }

  /// Adds a unit behind those that are there; units come in ascending order of (unsigned hash,
  /// unsigned bytes of the public id).
  ///
  /// @param rows its events in order, at least one
  /// @param known the ids of its events, where they are to be kept; null to keep none
  public void add(long unitHash, MemorySegment publicId, UnitRows rows, @Nullable Ids known) {
    room(rows.size());
    hash[units] = unitHash;
    ids.bytes(publicId, 0, Math.toIntExact(publicId.byteSize()));
    idEnd[units] = ids.size();
    start[units] = events;
    orderStart[units] = order.size();
    int n = rows.size();
    System.arraycopy(rows.time(), 0, time, events, n);
    System.arraycopy(rows.code(), 0, code, events, n);
    presence[units] = summarise(rows.code(), rows.time(), n);
    order.add(publicId, rows, known);
    events += n;
    units++;
  }

  private long summarise(char[] codes, long[] times, int n) {
    long present = 0;
    int max = codeMax;
    for (int i = 0; i < n; i++) {
      present |= 1L << codes[i];
      max = Math.max(max, codes[i]);
    }
    codeMax = max;
    findTick(times, n);
    return present;
  }

  /// Divides by constants, which costs a fraction of dividing by the tick.
  private void findTick(long[] times, int n) {
    for (int i = 0; i < n && tick == Tick.SECOND; i++) {
      if (times[i] % 1_000_000 != 0 && times[i] != JourneyBlock.UNTIMED) {
        tick = Tick.of(times[i]);
      }
    }
    for (int i = 0; i < n && tick == Tick.MILLISECOND; i++) {
      if (times[i] % 1_000 != 0 && times[i] != JourneyBlock.UNTIMED) {
        tick = Tick.MICROSECOND;
      }
    }
  }

  private void room(int more) {
    int needed = Math.addExact(events, more);
    if (needed > time.length) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, time.length * 2L));
      time = Arrays.copyOf(time, capacity);
      code = Arrays.copyOf(code, capacity);
    }
    if (units + 1 == start.length) {
      int capacity = Math.multiplyExact(start.length, 2);
      start = Arrays.copyOf(start, capacity);
      first = Arrays.copyOf(first, capacity);
      presence = Arrays.copyOf(presence, capacity);
      hash = Arrays.copyOf(hash, capacity);
      idEnd = Arrays.copyOf(idEnd, capacity);
      orderStart = Arrays.copyOf(orderStart, capacity);
    }
  }

  /// Writes the units into two new files and forces them to disk.
  ///
  /// @param columns the file that questions read
  /// @param rest the file that merging reads
  /// @param masked for a delta, the units of the base that it replaces, ascending; else empty
  public void write(Path columns, Path rest, List<Integer> masked) throws IOException {
    start[units] = events;
    orderStart[units] = order.size();
    try (ColumnWriter file = new ColumnWriter(columns)) {
      writeColumns(file, masked);
      file.finish();
    }
    try (ColumnWriter file = new ColumnWriter(rest)) {
      file.add(Section.ORDER_STARTS, ints(orderStart, units + 1));
      file.add(Section.ORDER, order.segment());
      file.finish();
    }
  }

  private void writeColumns(ColumnWriter file, List<Integer> masked) throws IOException {
    long through = toTicks();
    int codeBytes = codeMax < 256 ? 1 : 2;
    int[] gaps = new int[events];
    int longGaps = gaps(gaps);
    int[] longGapEvents = new int[longGaps];
    long[] longGap = new long[longGaps];
    int at = 0;
    for (int i = 0; at < longGaps; i++) {
      if (gaps[i] == -1) {
        longGapEvents[at] = i;
        longGap[at++] = time[i] - time[i - 1];
      }
    }
    file.add(Section.INFO, new PartitionInfo(units, events, tick, codeBytes, through).toSegment());
    file.add(Section.CODES, codeBytes == 2 ? chars(code, events) : narrow());
    file.add(Section.GAPS, ints(gaps, events));
    file.add(Section.STARTS, ints(start, units + 1));
    file.add(Section.FIRST_TIMES, longs(first, units));
    file.add(Section.PRESENCE, longs(presence, units));
    file.add(Section.LONG_GAP_EVENTS, ints(longGapEvents, longGaps));
    file.add(Section.LONG_GAPS, longs(longGap, longGaps));
    file.add(Section.HASHES, longs(hash, units));
    file.add(Section.ID_ENDS, ints(idEnd, units));
    file.add(Section.ID_TEXT, ids.segment());
    if (!masked.isEmpty()) {
      int[] units = masked.stream().mapToInt(Integer::intValue).toArray();
      file.add(Section.MASKED, ints(units, units.length));
    }
  }

  /// Turns times into ticks and finds the latest. A loop a tick, so that the compiler divides by a
  /// constant.
  private long toTicks() {
    long latest = JourneyBlock.UNTIMED;
    for (int i = 0; i < events; i++) {
      latest = Math.max(latest, time[i]);
    }
    switch (tick) {
      case SECOND -> {
        for (int i = 0; i < events; i++) {
          time[i] = time[i] == JourneyBlock.UNTIMED ? time[i] : time[i] / 1_000_000;
        }
      }
      case MILLISECOND -> {
        for (int i = 0; i < events; i++) {
          time[i] = time[i] == JourneyBlock.UNTIMED ? time[i] : time[i] / 1_000;
        }
      }
      case MICROSECOND -> {}
    }
    return latest == JourneyBlock.UNTIMED ? latest : latest / tick.micros();
  }

  /// Fills in gaps and first times.
  ///
  /// @return how many gaps do not fit and were given as all ones
  private int gaps(int[] gaps) {
    int tooLong = 0;
    for (int u = 0; u < units; u++) {
      int from = start[u];
      first[u] = time[from];
      for (int i = from + 1; i < start[u + 1]; i++) {
        long gap = time[i] - time[i - 1];
        if (Long.compareUnsigned(gap, 0xFFFFFFFFL) >= 0) {
          gap = 0xFFFFFFFFL;
          tooLong++;
        }
        gaps[i] = (int) gap;
      }
    }
    return tooLong;
  }

  private MemorySegment narrow() {
    byte[] narrow = new byte[events];
    for (int i = 0; i < events; i++) {
      narrow[i] = (byte) code[i];
    }
    return MemorySegment.ofArray(narrow);
  }

  private static MemorySegment ints(int[] values, int n) {
    return MemorySegment.ofArray(values).asSlice(0, n * 4L);
  }

  private static MemorySegment longs(long[] values, int n) {
    return MemorySegment.ofArray(values).asSlice(0, n * 8L);
  }

  private static MemorySegment chars(char[] values, int n) {
    return MemorySegment.ofArray(values).asSlice(0, n * 2L);
  }
}
