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

/// Collects events of a [JourneyTable] in any order. For one thread.
public final class JourneyTableBuilder {

  private record Event(JourneyTable.Entry entry, long micros, long seq, String id) {}

  private static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::micros)
          .thenComparingLong(Event::seq)
          .thenComparing(Event::id);

  private final Map<String, List<Event>> byUnit = new LinkedHashMap<>();

  JourneyTableBuilder() {}

  /// Adds an event.
  ///
  /// @param micros microseconds since the epoch, or [JourneyBlock#UNTIMED]
  /// @param seq the position in its source; events of one time are ordered by it, then by id
  public JourneyTableBuilder add(
      String unit, String name, @Nullable String channel, long micros, long seq, String id) {
    byUnit
        .computeIfAbsent(unit, k -> new ArrayList<>())
        .add(new Event(new JourneyTable.Entry(name, channel), micros, seq, id));
    return this;
  }

  /// Orders the events of each unit, and the units by id.
  public JourneyTable build() {
    Comparator<JourneyTable.Entry> byName =
        Comparator.comparing(JourneyTable.Entry::name)
            .thenComparing(
                JourneyTable.Entry::channel, Comparator.nullsFirst(Comparator.naturalOrder()));
    TreeSet<JourneyTable.Entry> entries = new TreeSet<>(byName);
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
    List<JourneyTable.Entry> vocabulary = List.copyOf(entries);
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
        vocabulary, tick, through, units, TableColumns.of(start, Arrays.copyOf(code, at), time), 1);
  }
}
