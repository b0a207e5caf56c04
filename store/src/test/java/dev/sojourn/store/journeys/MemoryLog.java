package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.JourneyTableBuilder;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A log in memory, with the obvious answer to what its journeys are.
final class MemoryLog {

  /// An event of the log.
  record Event(
      String customer,
      String name,
      @Nullable String channel,
      long micros,
      long seq,
      long ordinal,
      String source,
      @Nullable String id,
      Map<String, String> properties) {

    String idText() {
      return id != null ? id : source + "\u0000" + String.format("%019d", ordinal);
    }
  }

  private record Stored(long sequence, Event event) {}

  private record Erased(long sequence, String identifier) {}

  private final List<Stored> events = new ArrayList<>();
  private final List<IdentityFact> facts = new ArrayList<>();
  private final List<Erased> erased = new ArrayList<>();
  private long sequence;
  private int batchSize = 1_000;
  private ToLongFunction<String> hash = MemoryLog::mix;
  private String lineage = "a";

  void add(Event event) {
    events.add(new Stored(sequence++, event));
  }

  void add(String customer, String name, long micros, long seq) {
    add(new Event(customer, name, null, micros, seq, seq, "file", null, Map.of()));
  }

  /// Takes a decision; one about an identifier and itself says nothing.
  void decide(IdentityFact.Kind kind, String first, String second) {
    facts.add(new IdentityFact(kind, first, second));
    sequence++;
  }

  void erase(String identifier) {
    events.removeIf(e -> e.event().customer().equals(identifier));
    facts.removeIf(f -> f.first().equals(identifier) || f.second().equals(identifier));
    erased.add(new Erased(sequence++, identifier));
  }

  /// The same events in another order of arrival.
  MemoryLog shuffled(long seed) {
    List<Event> order = new ArrayList<>(events.stream().map(Stored::event).toList());
    Collections.shuffle(order, new Random(seed));
    MemoryLog other = new MemoryLog();
    order.forEach(other::add);
    other.facts.addAll(facts);
    other.batchSize = 77;
    other.sequence = sequence;
    return other;
  }

  MemoryLog hashedBy(ToLongFunction<String> other) {
    hash = other;
    return this;
  }

  MemoryLog lineage(String other) {
    lineage = other;
    return this;
  }

  List<Event> events() {
    return events.stream().map(Stored::event).toList();
  }

  /// An even spread of 64 bits.
  static long mix(String identifier) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < identifier.length(); i++) {
      h = (h ^ identifier.charAt(i)) * 0x100000001B3L;
    }
    h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return h ^ h >>> 31;
  }

  /// The journeys, by the definitions and without any haste.
  JourneyTable journeys(EventFilter filter) {
    JourneyTableBuilder table = JourneyTable.builder();
    for (Event e : events()) {
      boolean visible = filter.names().isEmpty() || filter.names().contains(e.name());
      for (Map.Entry<String, List<String>> p : filter.properties().entrySet()) {
        visible &= p.getValue().contains(e.properties().getOrDefault(p.getKey(), ""));
      }
      if (visible) {
        table.add(publicId(e.customer()), e.name(), e.channel(), e.micros(), e.seq(), e.idText());
      }
    }
    return table.build();
  }

  private String publicId(String identifier) {
    List<IdentityFact> standing = new ArrayList<>();
    for (IdentityFact fact : facts) {
      if (fact.kind() == IdentityFact.Kind.MERGE) {
        if (!fact.first().equals(fact.second())) {
          standing.add(fact);
        }
      } else {
        standing.removeIf(m -> pair(m).equals(pair(fact)));
      }
    }
    Set<String> person = new HashSet<>(Set.of(identifier));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (IdentityFact m : standing) {
        if (person.contains(m.first()) || person.contains(m.second())) {
          grew |= person.add(m.first());
          grew |= person.add(m.second());
        }
      }
    }
    for (IdentityFact m : standing) {
      if (person.contains(m.first())) {
        return m.first();
      }
    }
    return identifier;
  }

  private static Set<String> pair(IdentityFact fact) {
    return new HashSet<>(List.of(fact.first(), fact.second()));
  }

  EventInput open() {
    return new Input();
  }

  private final class Input implements EventInput {
    private final List<Stored> stored = List.copyOf(events);
    private final long next = sequence;

    @Override
    public String lineage() {
      return lineage;
    }

    @Override
    public long sequence() {
      return next;
    }

    @Override
    public long events() {
      return stored.size();
    }

    @Override
    public long customerHash(String identifier) {
      return hash.applyAsLong(identifier);
    }

    @Override
    public List<IdentityFact> identity() {
      return List.copyOf(facts);
    }

    @Override
    public long[] erasedFrom(long from) {
      return erased.stream()
          .filter(e -> e.sequence() >= from)
          .mapToLong(e -> customerHash(e.identifier()))
          .toArray();
    }

    @Override
    public EventReader read(long fromSequence, Set<String> properties) {
      return new Reader(
          stored.stream().filter(s -> s.sequence() >= fromSequence).map(Stored::event).toList(),
          properties);
    }

    @Override
    public void close() {
      // Nothing but memory is held.
    }
  }

  private final class Reader implements EventReader {
    private final List<Event> all;
    private final Set<String> wanted;
    private int next;
    private int size;
    private final long[] customerHash = new long[batchSize];
    private final long[] time = new long[batchSize];
    private final long[] seq = new long[batchSize];
    private final long[] ordinal = new long[batchSize];
    private final TextColumn id = new TextColumn(false);
    private final TextColumn source = new TextColumn(true);
    private final TextColumn customer = new TextColumn(false);
    private final TextColumn name = new TextColumn(true);
    private final TextColumn channel = new TextColumn(true);
    private final Map<String, TextColumn> properties = new LinkedHashMap<>();
    private final Map<String, Long> hashes = new HashMap<>();

    Reader(List<Event> all, Set<String> wanted) {
      this.all = all;
      this.wanted = wanted;
    }

    @Override
    public boolean next() {
      List.of(id, source, customer, name, channel).forEach(TextColumn::clearRows);
      properties.values().forEach(TextColumn::clearRows);
      for (size = 0; size < batchSize && next < all.size(); size++) {
        Event e = all.get(next++);
        customerHash[size] = hashes.computeIfAbsent(e.customer(), hash::applyAsLong);
        time[size] = e.micros();
        seq[size] = e.seq();
        ordinal[size] = e.ordinal();
        put(id, e.id());
        put(source, e.source());
        put(customer, e.customer());
        put(name, e.name());
        put(channel, e.channel());
        for (String p : e.properties().keySet()) {
          if (wanted.contains(p) && !properties.containsKey(p)) {
            TextColumn column = new TextColumn(true);
            for (int i = 0; i < size; i++) {
              column.addMissing();
            }
            properties.put(p, column);
          }
        }
        properties.forEach((p, column) -> put(column, e.properties().get(p)));
      }
      return size > 0;
    }

    private static void put(TextColumn column, @Nullable String text) {
      if (text == null) {
        column.addMissing();
      } else {
        column.add(text);
      }
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public long[] customerHash() {
      return customerHash;
    }

    @Override
    public long[] time() {
      return time;
    }

    @Override
    public long[] seq() {
      return seq;
    }

    @Override
    public long[] ordinal() {
      return ordinal;
    }

    @Override
    public TextColumn id() {
      return id;
    }

    @Override
    public TextColumn source() {
      return source;
    }

    @Override
    public TextColumn customer() {
      return customer;
    }

    @Override
    public TextColumn name() {
      return name;
    }

    @Override
    public TextColumn channel() {
      return channel;
    }

    @Override
    public List<PropertyColumn> properties() {
      return properties.entrySet().stream()
          .map(p -> new PropertyColumn(p.getKey(), PropertyColumn.Kind.TEXT, p.getValue()))
          .toList();
    }

    @Override
    public void close() {
      // Nothing but memory is held.
    }
  }
}
