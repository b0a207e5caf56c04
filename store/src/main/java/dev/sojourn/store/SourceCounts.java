package dev.sojourn.store;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.EventCursor;
import dev.sojourn.store.log.LogSnapshot;
import dev.sojourn.store.log.Projection;
import dev.sojourn.store.log.Segment;
import dev.sojourn.store.log.StoredEvents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts the events of each source. Sealed segments never change, so each is read once.
/// Thread-safe.
final class SourceCounts {

  private static final Projection COLUMNS =
      Projection.of(Projection.Column.SOURCE, Projection.Column.TIME);

  private Map<String, Map<String, Span>> bySegment = new HashMap<>();

  /// Events with the least and the greatest time, in microseconds.
  private record Span(long events, long first, long last) {

    private static final Span NONE = new Span(0, Long.MAX_VALUE, Long.MIN_VALUE);

    Span with(long time) {
      return time == EventBatch.UNTIMED
          ? new Span(events + 1, first, last)
          : new Span(events + 1, Math.min(first, time), Math.max(last, time));
    }

    Span plus(Span other) {
      return new Span(
          events + other.events, Math.min(first, other.first), Math.max(last, other.last));
    }

    SourceContents of(String source) {
      boolean timed = first <= last;
      return new SourceContents(
          source, events, timed ? instant(first) : null, timed ? instant(last) : null);
    }

    private static @Nullable Instant instant(long micros) {
      return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
  }

  /// The sources of everything in a snapshot, by name.
  synchronized List<SourceContents> of(LogSnapshot snapshot) {
    Map<String, Map<String, Span>> known =
        snapshot.segments().stream()
            .collect(
                Collectors.toMap(
                    Segment::name,
                    segment -> {
                      Map<String, Span> counted = bySegment.get(segment.name());
                      return counted != null ? counted : count(segment.open(COLUMNS, 0));
                    }));
    bySegment = known;
    SortedMap<String, Span> all = new TreeMap<>();
    known.values().forEach(spans -> add(spans, all));
    add(count(snapshot.hot(COLUMNS, 0)), all);
    return all.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList();
  }

  private static void add(Map<String, Span> spans, Map<String, Span> to) {
    spans.forEach((source, span) -> to.merge(source, span, Span::plus));
  }

  private static Map<String, Span> count(EventCursor cursor) {
    Map<String, Span> spans = new HashMap<>();
    StoredEvents stored = new StoredEvents();
    try (cursor) {
      while (cursor.next(stored)) {
        count(stored, spans);
      }
    }
    return spans;
  }

  /// Events of a source come in long runs.
  private static void count(StoredEvents stored, Map<String, Span> spans) {
    TextColumn source = stored.source();
    int entry = -1;
    Span run = Span.NONE;
    String name = "";
    for (int i = 0; i < stored.size(); i++) {
      int e = source.entry(i);
      if (e != entry || i == 0) {
        if (run.events > 0) {
          spans.merge(name, run, Span::plus);
        }
        entry = e;
        name = String.valueOf(source.text(i));
        run = Span.NONE;
      }
      run = run.with(stored.time()[i]);
    }
    if (run.events > 0) {
      spans.merge(name, run, Span::plus);
    }
  }
}
