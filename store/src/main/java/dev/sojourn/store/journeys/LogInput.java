package dev.sojourn.store.journeys;

import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.Erasure;
import dev.sojourn.store.log.EventCursor;
import dev.sojourn.store.log.EventLog;
import dev.sojourn.store.log.Fact;
import dev.sojourn.store.log.LogSnapshot;
import dev.sojourn.store.log.Projection;
import dev.sojourn.store.log.Projection.Column;
import dev.sojourn.store.log.RecordedFact;
import dev.sojourn.store.log.StoredEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A snapshot of the event log as the journey store reads it.
final class LogInput implements EventInput {

  private static final Projection COLUMNS =
      Projection.of(
          Column.CUSTOMER_HASH,
          Column.CUSTOMER,
          Column.TIME,
          Column.SEQ,
          Column.NAME,
          Column.CHANNEL,
          Column.ID,
          Column.SOURCE,
          Column.ORDINAL);

  private final EventLog log;
  private final LogSnapshot snapshot;

  LogInput(EventLog log) {
    this.log = log;
    this.snapshot = log.snapshot();
  }

  @Override
  public String lineage() {
    return snapshot.lineage();
  }

  @Override
  public long sequence() {
    return snapshot.sequence();
  }

  @Override
  public long events() {
    return snapshot.events();
  }

  @Override
  public long customerHash(String identifier) {
    return log.customerHash(identifier);
  }

  @Override
  public List<IdentityFact> identity() {
    List<IdentityFact> facts = new ArrayList<>();
    for (RecordedFact recorded : snapshot.facts()) {
      switch (recorded.fact()) {
        case Fact.Merge m ->
            facts.add(new IdentityFact(IdentityFact.Kind.MERGE, m.survivor(), m.merged()));
        case Fact.Split s ->
            facts.add(new IdentityFact(IdentityFact.Kind.SPLIT, s.survivor(), s.separated()));
      }
    }
    return facts;
  }

  @Override
  public long[] erasedFrom(long sequence) {
    return snapshot.erasures().stream()
        .filter(e -> e.sequence() >= sequence)
        .mapToLong(Erasure::customerHash)
        .toArray();
  }

  @Override
  public EventReader read(long fromSequence, Set<String> properties) {
    return new Reader(snapshot.events(COLUMNS.withProperties(properties::contains), fromSequence));
  }

  @Override
  public void close() {
    snapshot.close();
  }

  private static final class Reader implements EventReader {
    private final EventCursor cursor;
    private final StoredEvents events = new StoredEvents();

    Reader(EventCursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public boolean next() {
      return cursor.next(events);
    }

    @Override
    public int size() {
      return events.size();
    }

    @Override
    public long[] customerHash() {
      return events.customerHash();
    }

    @Override
    public long[] time() {
      return events.time();
    }

    @Override
    public long[] seq() {
      return events.seq();
    }

    @Override
    public long[] ordinal() {
      return events.ordinal();
    }

    @Override
    public TextColumn id() {
      return events.id();
    }

    @Override
    public TextColumn source() {
      return events.source();
    }

    @Override
    public TextColumn customer() {
      return events.customer();
    }

    @Override
    public TextColumn name() {
      return events.name();
    }

    @Override
    public TextColumn channel() {
      return events.channel();
    }

    @Override
    public List<PropertyColumn> properties() {
      return events.properties();
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
