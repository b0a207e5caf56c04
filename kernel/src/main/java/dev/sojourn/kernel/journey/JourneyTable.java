package dev.sojourn.kernel.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Journeys in memory: for small sets, for tests, and for views that are cheaper to keep than to
/// compute. Immutable and thread-safe.
public final class JourneyTable implements Journeys {

  /// Bits of which every journey has one.
  private static final long EVERY = -1;

  private static final int LONG_GAP = -1;
  private static final long LONG_GAP_UNSIGNED = 0xFFFF_FFFFL;

  /// Units that a cursor looks at before it copies one.
  private static final int AHEAD = 1_024;

  private final List<Entry> entries;
  private final Tick tick;
  private final long dataThrough;
  private final List<String> unitIds;
  private final int[] start;
  private final char[] code;
  private final long[] time;
  private final int[] gap;
  private final boolean everyTimed;
  private final long[] presence;
  private final long[] last;
  private final List<Part> parts;

  private record Entry(String name, @Nullable String channel) {}

  private JourneyTable(
      List<Entry> entries,
      Tick tick,
      long dataThrough,
      List<String> unitIds,
      int[] start,
      char[] code,
      long[] time,
      int parts) {
    this.entries = entries;
    this.tick = tick;
    this.dataThrough = dataThrough;
    this.unitIds = unitIds;
    this.start = start;
    this.code = code;
    this.time = time;
    this.gap = gaps(start, time, unitIds.size());
    this.everyTimed = Arrays.stream(time).noneMatch(t -> t == JourneyBlock.UNTIMED);
    this.presence = presence(start, code, unitIds.size());
    this.last = last(start, time, unitIds.size());
    this.parts = cut(parts);
  }

  /// For each unit a bit for each code modulo 64 that occurs in its journey.
  private static long[] presence(int[] start, char[] code, int units) {
    long[] presence = new long[units];
    for (int u = 0; u < units; u++) {
      long bits = 0;
      for (int i = start[u]; i < start[u + 1]; i++) {
        bits |= 1L << code[i];
      }
      presence[u] = bits;
    }
    return presence;
  }

  /// The ticks since the event before in the journey, half as wide as times, or [#LONG_GAP] where
  /// that does not fit.
  private static int[] gaps(int[] start, long[] time, int units) {
    int[] gaps = new int[time.length];
    for (int i = 1; i < time.length; i++) {
      long ticks = time[i] - time[i - 1];
      gaps[i] = ticks >= 0 && ticks < LONG_GAP_UNSIGNED ? (int) ticks : LONG_GAP;
    }
    for (int u = 0; u < units; u++) {
      if (start[u] < start[u + 1]) {
        gaps[start[u]] = 0;
      }
    }
    return gaps;
  }

  /// Writes the gaps of `events` events from one on.
  private void gaps(int from, int events, long[] into, int at) {
    boolean allFit = true;
    for (int i = 0; i < events; i++) {
      int ticks = gap[from + i];
      into[at + i] = ticks & LONG_GAP_UNSIGNED;
      allFit &= ticks != LONG_GAP;
    }
    for (int i = 0; i < events && !allFit; i++) {
      if (into[at + i] == LONG_GAP_UNSIGNED) {
        into[at + i] = time[from + i] - time[from + i - 1];
      }
    }
  }

  /// The time of the last event of each unit.
  private static long[] last(int[] start, long[] time, int units) {
    long[] last = new long[units];
    for (int u = 0; u < units; u++) {
      last[u] = start[u] == start[u + 1] ? JourneyBlock.UNTIMED : time[start[u + 1] - 1];
    }
    return last;
  }

  private List<Part> cut(int count) {
    int units = unitIds.size();
    List<Part> cut = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      int from = (int) ((long) units * p / count);
      int to = (int) ((long) units * (p + 1) / count);
      if (from < to || count == 1) {
        cut.add(new Part(from, to));
      }
    }
    return List.copyOf(cut);
  }

  /// A table of the same journeys, cut into about as many parts; a table is built as one part.
  public JourneyTable inParts(int count) {
    return new JourneyTable(entries, tick, dataThrough, unitIds, start, code, time, count);
  }

  /// A table over columns that are already in order. The arrays are kept, not copied.
  ///
  /// @param names the name of each code; no channels
  /// @param start where the journey of each unit begins, one more entry than units
  /// @param time ticks, never decreasing inside a journey
  public static JourneyTable ofColumns(
      List<String> names, Tick tick, List<String> unitIds, int[] start, char[] code, long[] time) {
    long through = JourneyBlock.UNTIMED;
    for (long t : time) {
      through = Math.max(through, t);
    }
    List<Entry> entries = names.stream().map(n -> new Entry(n, null)).toList();
    return new JourneyTable(entries, tick, through, unitIds, start, code, time, 1);
  }

  /// Starts a table from single events.
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Vocabulary vocabulary() {
    return new Vocabulary() {
      @Override
      public int size() {
        return entries.size();
      }

      @Override
      public String name(int c) {
        return entries.get(c).name();
      }

      @Override
      public @Nullable String channel(int c) {
        return entries.get(c).channel();
      }
    };
  }

  @Override
  public Tick tick() {
    return tick;
  }

  @Override
  public long units() {
    return unitIds.size();
  }

  @Override
  public long events() {
    return start[unitIds.size()];
  }

  @Override
  public long dataThrough() {
    return dataThrough;
  }

  @Override
  public List<? extends JourneyPart> parts() {
    return parts;
  }

  @Override
  public String unitId(long unit) {
    return unitIds.get(Math.toIntExact(unit));
  }

  @Override
  public void close() {
    // Nothing but memory is held.
  }

  private final class Part implements JourneyPart {
    private final int from;
    private final int to;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public long units() {
      return (long) to - from;
    }

    @Override
    public long events() {
      return (long) start[to] - start[from];
    }

    @Override
    public JourneyCursor open() {
      return new Cursor(from, to);
    }

    @Override
    public JourneyCursor openEntered(int[] first, int[] second, long quietThrough) {
      // With more codes than bits a bit can be that of another code, which is no proof of an entry.
      long then = entries.size() <= Long.SIZE ? bits(second) : EVERY;
      return new EnteredCursor(from, to, bits(first), then, quietThrough);
    }

    private static long bits(int[] codes) {
      long bits = 0;
      for (int c : codes) {
        bits |= 1L << c;
      }
      return bits;
    }
  }

  private final class Cursor implements JourneyCursor, JourneyBlock.TimeSource {
    private int from;
    private int first;
    private int next;
    private final int to;

    Cursor(int from, int to) {
      this.next = from;
      this.to = to;
    }

    @Override
    public boolean next(JourneyBlock block) {
      block.clear();
      first = next;
      while (next < to
          && (next == first || start[next + 1] - start[first] <= JourneyBlock.TARGET_EVENTS)) {
        next++;
      }
      if (first == next) {
        return false;
      }
      int events = start[next] - start[first];
      block.room(events);
      System.arraycopy(code, start[first], block.code(), 0, events);
      for (int u = first; u < next; u++) {
        block.end(u, start[u + 1] - start[u]);
      }
      from = start[first];
      block.deferTimes(this);
      return true;
    }

    @Override
    public void load(int j, long[] into, int at, int end) {
      System.arraycopy(time, from + at, into, at, end - at);
    }

    @Override
    public void loadAll(long[] into, int[] starts, int journeys) {
      System.arraycopy(time, from, into, 0, starts[journeys]);
    }

    @Override
    public boolean gaps(long[] into, int[] starts, int journeys) {
      JourneyTable.this.gaps(from, starts[journeys], into, 0);
      for (int j = 0; j < journeys && !everyTimed; j++) {
        if (time[from + starts[j]] == JourneyBlock.UNTIMED) {
          return false;
        }
      }
      return true;
    }

    @Override
    public long[] held() {
      return time;
    }

    @Override
    public int heldFrom(int j) {
      return start[first + j];
    }

    @Override
    public void close() {
      // Nothing but memory is held.
    }
  }

  /// Passes over units that do not have the first step, and counts those that need not be seen.
  private final class EnteredCursor implements JourneyCursor, JourneyBlock.TimeSource {
    private final int to;
    private final long first;
    private final long second;
    private final long quietThrough;
    private int next;

    // Units from `next` on that have the first step, of which those before `taken` are dealt with.
    private final int[] entered = new int[AHEAD];
    private int found;
    private int taken;
    private int[] units = new int[1_024];

    EnteredCursor(int from, int to, long first, long second, long quietThrough) {
      this.next = from;
      this.to = to;
      this.first = first;
      this.second = second;
      this.quietThrough = quietThrough;
    }

    @Override
    public boolean next(JourneyBlock block) {
      block.clear();
      while (block.events() < JourneyBlock.TARGET_EVENTS) {
        if (taken == found) {
          if (next == to) {
            break;
          }
          block.leaveOut(lookAhead());
        }
        while (taken < found && block.events() < JourneyBlock.TARGET_EVENTS) {
          take(block, entered[taken++]);
        }
      }
      block.deferTimes(this);
      return block.journeys() > 0 || block.enteredOnly() > 0;
    }

    /// Finds the units that have to be seen among the next ones, in loops without a branch: which
    /// units they are is hard to foresee.
    ///
    /// @return how many need not be seen but entered
    private int lookAhead() {
      int end = Math.min(to, next + AHEAD);
      int[] units = entered;
      int candidates = 0;
      for (int u = next; u < end; u++) {
        units[candidates] = u;
        candidates += (presence[u] & first) != 0 ? 1 : 0;
      }
      int seen = 0;
      for (int i = 0; i < candidates; i++) {
        int u = units[i];
        units[seen] = u;
        seen += (presence[u] & second) != 0 | last[u] > quietThrough ? 1 : 0;
      }
      next = end;
      taken = 0;
      found = seen;
      return candidates - seen;
    }

    private void take(JourneyBlock block, int unit) {
      int events = start[unit + 1] - start[unit];
      int at = block.room(events);
      System.arraycopy(code, start[unit], block.code(), at, events);
      if (block.journeys() == units.length) {
        units = Arrays.copyOf(units, units.length * 2);
      }
      units[block.journeys()] = unit;
      block.end(unit, events);
    }

    @Override
    public void load(int j, long[] into, int from, int end) {
      System.arraycopy(time, start[units[j]], into, from, end - from);
    }

    @Override
    public boolean gaps(long[] into, int[] starts, int journeys) {
      boolean timed = true;
      for (int j = 0; j < journeys; j++) {
        int from = start[units[j]];
        JourneyTable.this.gaps(from, starts[j + 1] - starts[j], into, starts[j]);
        timed &= everyTimed || time[from] != JourneyBlock.UNTIMED;
      }
      return timed;
    }

    @Override
    public long[] held() {
      return time;
    }

    @Override
    public int heldFrom(int j) {
      return start[units[j]];
    }

    @Override
    public void close() {
      // Nothing but memory is held.
    }
  }

  /// Collects events in any order. For one thread.
  public static final class Builder {

    private record Event(Entry entry, long micros, long seq, String id) {}

    private static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::micros)
            .thenComparingLong(Event::seq)
            .thenComparing(Event::id);

    private final Map<String, List<Event>> byUnit = new LinkedHashMap<>();

    private Builder() {}

    /// Adds an event.
    ///
    /// @param micros microseconds since the epoch, or [JourneyBlock#UNTIMED]
    /// @param seq the position in its source; events of one time are ordered by it, then by id
    public Builder add(
        String unit, String name, @Nullable String channel, long micros, long seq, String id) {
      byUnit
          .computeIfAbsent(unit, k -> new ArrayList<>())
          .add(new Event(new Entry(name, channel), micros, seq, id));
      return this;
    }

    /// Orders the events of each unit, and the units by id.
    public JourneyTable build() {
      Comparator<Entry> byName =
          Comparator.comparing(Entry::name)
              .thenComparing(Entry::channel, Comparator.nullsFirst(Comparator.naturalOrder()));
      TreeSet<Entry> entries = new TreeSet<>(byName);
      Tick tick = Tick.SECOND;
      int events = 0;
      for (List<Event> journey : byUnit.values()) {
        events += journey.size();
        for (Event e : journey) {
          entries.add(e.entry());
          if (e.micros() != JourneyBlock.UNTIMED) {
            Tick needed = Tick.of(e.micros());
            tick = needed.compareTo(tick) > 0 ? needed : tick;
          }
        }
      }
      List<Entry> vocabulary = List.copyOf(entries);
      List<String> units = byUnit.keySet().stream().sorted().toList();
      int[] start = new int[units.size() + 1];
      char[] code = new char[events];
      long[] time = new long[events];
      long through = JourneyBlock.UNTIMED;
      int at = 0;
      for (int u = 0; u < units.size(); u++) {
        List<Event> journey = new ArrayList<>(byUnit.get(units.get(u)));
        journey.sort(ORDER);
        for (Event e : journey) {
          code[at] = (char) Collections.binarySearch(vocabulary, e.entry(), byName);
          boolean untimed = e.micros() == JourneyBlock.UNTIMED;
          time[at] = untimed ? JourneyBlock.UNTIMED : Math.floorDiv(e.micros(), tick.micros());
          through = Math.max(through, time[at]);
          at++;
        }
        start[u + 1] = at;
      }
      return new JourneyTable(
          vocabulary, tick, through, units, start, Arrays.copyOf(code, at), time, 1);
    }
  }
}
