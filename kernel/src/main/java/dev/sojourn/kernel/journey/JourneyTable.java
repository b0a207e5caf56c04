package dev.sojourn.kernel.journey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Journeys in memory: for small sets, for tests, and for views that are cheaper to keep than to
/// compute. Immutable and thread-safe.
public final class JourneyTable implements Journeys {

  /// Bits of which every journey has one.
  private static final long EVERY = -1;

  private final List<Entry> entries;
  private final Tick tick;
  private final long dataThrough;
  private final List<String> unitIds;
  private final TableColumns columns;
  private final List<Part> parts;

  /// What a code stands for.
  record Entry(String name, @Nullable String channel) {}

  JourneyTable(
      List<Entry> entries,
      Tick tick,
      long dataThrough,
      List<String> unitIds,
      TableColumns columns,
      int parts) {
    this.entries = entries;
    this.tick = tick;
    this.dataThrough = dataThrough;
    this.unitIds = unitIds;
    this.columns = columns;
    this.parts = cut(parts);
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
    return new JourneyTable(entries, tick, dataThrough, unitIds, columns, count);
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
    return new JourneyTable(entries, tick, through, unitIds, TableColumns.of(start, code, time), 1);
  }

  /// Starts a table from single events.
  public static JourneyTableBuilder builder() {
    return new JourneyTableBuilder();
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
    return columns.start()[unitIds.size()];
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
      return (long) columns.start()[to] - columns.start()[from];
    }

    @Override
    public JourneyCursor open() {
      return new TableCursor(columns, from, to);
    }

    @Override
    public JourneyCursor openEntered(int[] first, int[] second, long quietThrough) {
      // With more codes than bits a bit can be that of another code, which is no proof of an entry.
      long then = entries.size() <= Long.SIZE ? bits(second) : EVERY;
      return new EnteredTableCursor(columns, from, to, bits(first), then, quietThrough);
    }

    private static long bits(int[] codes) {
      long bits = 0;
      for (int c : codes) {
        bits |= 1L << c;
      }
      return bits;
    }
  }
}
