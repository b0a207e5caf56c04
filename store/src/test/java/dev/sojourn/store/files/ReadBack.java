package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A file read to its end, event by event, for tests to look at.
record ReadBack(
    FileFacts facts,
    List<Event> events,
    List<RejectedRow> rejected,
    long rowsRead,
    long dropped,
    long futureTimes,
    boolean zoneAssumed,
    boolean truncated) {

  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  record Event(
      String customer,
      String name,
      long time,
      long seq,
      long ordinal,
      @Nullable String id,
      @Nullable String channel,
      TreeMap<String, String> properties) {

    /// What a journey is made of.
    String journeyPart() {
      return customer + "|" + name + "|" + time;
    }
  }

  static ReadBack of(Path file) throws IOException {
    return of(file, ImportOptions.defaults());
  }

  static ReadBack of(Path file, ImportOptions options) throws IOException {
    List<Event> events = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    EventBatch batch = new EventBatch();
    try (EventFileReader reader =
        EventFile.open(file, file.resolveSibling("scratch"), options, NOW, rejected::add)) {
      while (reader.next(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          events.add(event(batch, i));
        }
      }
      return new ReadBack(
          reader.facts(),
          events,
          rejected,
          reader.rowsRead(),
          reader.dropped(),
          reader.futureTimes(),
          reader.zoneAssumed(),
          reader.truncated());
    }
  }

  static ReadBack ofText(Path folder, String text) throws IOException {
    return of(Files.writeString(folder.resolve("events"), text));
  }

  static ReadBack ofText(Path folder, String text, ImportOptions options) throws IOException {
    return of(Files.writeString(folder.resolve("events"), text), options);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static Event event(EventBatch batch, int i) {
    TreeMap<String, String> properties = new TreeMap<>();
    for (PropertyColumn p : batch.properties()) {
      String text = p.values().text(i);
      if (text != null) {
        properties.put(p.name() + ":" + p.kind(), text);
      }
    }
    return new Event(
        String.valueOf(batch.customer().text(i)),
        String.valueOf(batch.name().text(i)),
        batch.time(i),
        batch.seq(i),
        batch.ordinal(i),
        batch.id().text(i),
        batch.channel().text(i),
        properties);
  }

  /// The events in words, without properties.
  List<String> journeyParts() {
    return events.stream().map(Event::journeyPart).toList();
  }
}
