package dev.sojourn.store;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.files.EventFile;
import dev.sojourn.store.files.EventFileWriter;
import dev.sojourn.store.files.FileFormat;
import dev.sojourn.store.log.EventCursor;
import dev.sojourn.store.log.EventLog;
import dev.sojourn.store.log.LogSnapshot;
import dev.sojourn.store.log.Projection;
import dev.sojourn.store.log.StoredEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes every event of a log into one file, in the order in which the log took them. An event
/// that came without an id gets the one by which it is known: its source and its number there.
final class EventExport {

  private EventExport() {}

  /// Writes the file.
  ///
  /// @return how many events are in it
  static long write(EventLog log, Path file, FileFormat format) throws IOException {
    try (LogSnapshot snapshot = log.snapshot();
        EventFileWriter writer =
            EventFile.create(file, format, List.copyOf(PropertyNames.of(snapshot)));
        EventCursor cursor = snapshot.events(Projection.all(), 0)) {
      StoredEvents stored = new StoredEvents();
      EventBatch batch = new EventBatch();
      long events = 0;
      while (cursor.next(stored)) {
        batch.clear();
        copy(stored, batch);
        writer.write(batch);
        events += stored.size();
      }
      return events;
    }
  }

  private static void copy(StoredEvents from, EventBatch to) {
    for (int i = 0; i < from.size(); i++) {
      if (from.id().isMissing(i)) {
        to.id().add(from.source().text(i) + ":" + from.ordinal()[i]);
      } else {
        copy(from.id(), i, to.id());
      }
      copy(from.customer(), i, to.customer());
      copy(from.name(), i, to.name());
      copy(from.channel(), i, to.channel());
      for (PropertyColumn property : from.properties()) {
        if (!property.values().isMissing(i)) {
          copy(property.values(), i, to.property(property.name(), property.kind()));
        }
      }
      to.end(from.time()[i], from.seq()[i], from.ordinal()[i]);
    }
  }

  private static void copy(TextColumn from, int i, TextColumn to) {
    if (!from.isMissing(i)) {
      int entry = from.entry(i);
      to.add(from.bytes(), from.offset(entry), from.length(entry));
    }
  }
}
