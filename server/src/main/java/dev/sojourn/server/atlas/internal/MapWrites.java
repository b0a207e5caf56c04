package dev.sojourn.server.atlas.internal;

import dev.sojourn.server.atlas.MapChanged;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.platform.BusyException;
import dev.sojourn.server.platform.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions that write maps. What was written is told to pages and rooms when it is durable.
@Component
class MapWrites {

  private static final int MOST_TRIES = 50;

  private final TransactionTemplate transaction;
  private final Stream stream;
  private final ApplicationEventPublisher events;

  MapWrites(TransactionTemplate transaction, Stream stream, ApplicationEventPublisher events) {
    this.transaction = transaction;
    this.stream = stream;
    this.events = events;
  }

  /// Somebody else wrote the map between reading and writing; the transaction is tried again.
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
      super("overtaken", null, false, false);
    }
  }

  /// Gathers what a transaction wrote.
  static final class Written {
    private record One(StoredMap map, @Nullable ChangeView change) {}

    private final List<One> all = new ArrayList<>();

    void changed(StoredMap map, ChangeTable.Applied applied) {
      all.add(new One(map, ChangeView.of(applied)));
    }

    /// A map is there again that was not.
    void returned(StoredMap map) {
      all.add(new One(map, null));
    }
  }

  /// Does something in one transaction.
  interface Work<T> {
    T in(Written written);
  }

  /// What pages hear of a change.
  record MapEvent(String map, long revision, ChangeView change) {}

  <T extends Object> T inOne(Work<T> work) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Written written = new Written();
      T result;
      try {
        result = Objects.requireNonNull(transaction.execute(status -> work.in(written)));
      } catch (Overtaken e) {
        continue;
      }
      tell(written);
      return result;
    }
    throw new BusyException("Many people write at this map at once; try again.", 1);
  }

  private void tell(Written written) {
    for (Written.One one : written.all) {
      StoredMap map = one.map();
      if (one.change() != null) {
        stream.publish(
            map.workspace(), "map", new MapEvent(map.id(), map.revision(), one.change()));
      }
      events.publishEvent(new MapChanged(map.workspace(), map.id(), map.revision()));
    }
  }
}
