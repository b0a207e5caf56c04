package dev.sojourn.store;

import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.store.Customer.Position;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.log.EventCursor;
import dev.sojourn.store.log.LogSnapshot;
import dev.sojourn.store.log.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Reads the events of one customer out of the log. Keeps the events of one page; of the others
/// their times alone.
final class CustomerReading {

  private static final long SESSION_MICROS = Spec.Sessions.DEFAULT_TIMEOUT.toSeconds() * 1_000_000;

  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::micros)
          .thenComparingLong(Position::seq)
          .thenComparing(CustomerReading::utf8, Arrays::compareUnsigned)
          .thenComparingLong(Position::ordinal);

  private record Placed(Position position, Customer.Event event) {}

  private static final Comparator<Placed> PLACED = Comparator.comparing(Placed::position, ORDER);

  private final int limit;
  private final @Nullable Position after;
  private final PriorityQueue<Placed> page = new PriorityQueue<>(PLACED.reversed());
  private final Map<String, Long> channels = new HashMap<>();
  private long withoutChannel;
  private long[] times = new long[64];
  private int timed;
  private long events;
  private long behind;

  private CustomerReading(int limit, @Nullable Position after) {
    this.limit = limit;
    this.after = after;
  }

  /// Reads a page.
  ///
  /// @param identifiers those of the customer, the public id first
  /// @param limit the most events on the page
  /// @param after events behind this position; null for the first page
  /// @return null when there is no event
  static @Nullable Customer read(
      LogSnapshot snapshot, List<String> identifiers, int limit, @Nullable Position after) {
    CustomerReading reading = new CustomerReading(limit, after);
    StoredEvents batch = new StoredEvents();
    try (EventCursor cursor = snapshot.eventsOf(identifiers)) {
      while (cursor.next(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          reading.add(batch, i);
        }
      }
    }
    return reading.events == 0 ? null : reading.customer(identifiers);
  }

  private void add(StoredEvents batch, int i) {
    events++;
    long micros = batch.time()[i];
    if (micros != EventBatch.UNTIMED) {
      if (timed == times.length) {
        times = Arrays.copyOf(times, timed * 2);
      }
      times[timed++] = micros;
    }
    String channel = batch.channel().text(i);
    if (channel == null) {
      withoutChannel++;
    } else {
      channels.merge(channel, 1L, Long::sum);
    }
    String id = batch.id().text(i);
    Position position =
        new Position(
            micros,
            batch.seq()[i],
            id == null ? String.valueOf(batch.source().text(i)) : id,
            id == null ? batch.ordinal()[i] : 0);
    if (after != null && ORDER.compare(position, after) <= 0) {
      return;
    }
    behind++;
    Placed worst = page.peek();
    if (page.size() == limit && worst != null && ORDER.compare(position, worst.position()) > 0) {
      return;
    }
    page.add(new Placed(position, event(batch, i, position)));
    if (page.size() > limit) {
      page.remove();
    }
  }

  private static Customer.Event event(StoredEvents batch, int i, Position position) {
    List<Customer.Property> properties = new ArrayList<>();
    for (PropertyColumn column : batch.properties()) {
      String text = column.values().text(i);
      if (text != null) {
        properties.add(new Customer.Property(column.name(), column.kind(), text));
      }
    }
    properties.sort(Comparator.comparing(Customer.Property::name));
    return new Customer.Event(
        position.ordinal() == 0 ? position.text() : position.text() + ":" + position.ordinal(),
        String.valueOf(batch.customer().text(i)),
        String.valueOf(batch.name().text(i)),
        batch.channel().text(i),
        position.micros() == EventBatch.UNTIMED ? null : instant(position.micros()),
        String.valueOf(batch.source().text(i)),
        null,
        properties);
  }

  private Customer customer(List<String> identifiers) {
    Arrays.sort(times, 0, timed);
    long[] sessions = sessionStarts();
    List<Placed> placed = page.stream().sorted(PLACED).toList();
    List<Customer.Event> timeline =
        placed.stream().map(p -> inSession(p.event(), p.position(), sessions)).toList();
    return new Customer(
        identifiers.getFirst(),
        identifiers,
        events,
        timed == 0 ? null : instant(times[0]),
        timed == 0 ? null : instant(times[timed - 1]),
        channels(),
        timeline,
        behind <= limit ? null : placed.getLast().position());
  }

  private long[] sessionStarts() {
    long[] starts = new long[timed];
    int count = 0;
    for (int i = 0; i < timed; i++) {
      if (i == 0 || times[i] - times[i - 1] > SESSION_MICROS) {
        starts[count++] = times[i];
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static Customer.Event inSession(Customer.Event e, Position position, long[] sessions) {
    if (position.micros() == EventBatch.UNTIMED) {
      return e;
    }
    int found = Arrays.binarySearch(sessions, position.micros());
    int session = found < 0 ? -found - 1 : found + 1;
    return new Customer.Event(
        e.id(), e.customer(), e.name(), e.channel(), e.time(), e.source(), session, e.properties());
  }

  private List<Customer.Channel> channels() {
    List<Customer.Channel> found = new ArrayList<>();
    channels.forEach((name, count) -> found.add(new Customer.Channel(name, count)));
    if (withoutChannel > 0) {
      found.add(new Customer.Channel(null, withoutChannel));
    }
    Comparator<String> byName = Comparator.nullsLast(Comparator.naturalOrder());
    found.sort(
        Comparator.comparingLong(Customer.Channel::events)
            .reversed()
            .thenComparing(Customer.Channel::name, byName));
    return found;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
  }

  private static byte[] utf8(Position position) {
    return position.text().getBytes(StandardCharsets.UTF_8);
  }
}
