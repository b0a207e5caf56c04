package dev.sojourn.server.collect.web;

import dev.sojourn.server.collect.internal.ScreenWords;
import dev.sojourn.server.collect.internal.Upload;
import dev.sojourn.store.files.FilePreview;
import dev.sojourn.store.files.RejectedRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file as it would be imported.
///
/// @param firstRows the first rows as they stand in the file, in the order of the columns
/// @param looked rows that were looked at
/// @param refused how many of them are no events
/// @param ready whether an import can begin
/// @param assumedTimeZone the zone of times without offset; null when every time has its own
record Preview(
    String name,
    long bytes,
    String format,
    boolean gzip,
    @Nullable String encoding,
    @Nullable String delimiter,
    List<Column> columns,
    List<List<String>> firstRows,
    long looked,
    long refused,
    List<Event> events,
    List<Refused> rejected,
    List<Question> questions,
    boolean ready,
    @Nullable String assumedTimeZone,
    List<String> notes) {

  record Column(
      String name, FilePreview.Use role, boolean guessed, String why, List<String> samples) {}

  record Event(
      String customer,
      String event,
      @Nullable Instant time,
      @Nullable String channel,
      Map<String, String> properties) {}

  record Refused(long row, String field, String reason, String payload) {}

  record Question(
      FilePreview.Topic topic,
      @Nullable String column,
      String sentence,
      List<FilePreview.Candidate> candidates) {}

  static Preview of(Upload upload, FilePreview found) {
    String zone = found.assumedZone() == null ? null : found.assumedZone().getId();
    return new Preview(
        upload.name(),
        upload.bytes(),
        found.format().label(),
        found.gzip(),
        found.encoding(),
        found.delimiter() == null ? null : found.delimiter().toString(),
        found.columns().stream()
            .map(c -> new Column(c.name(), c.use(), c.guessed(), c.why(), c.samples()))
            .toList(),
        found.firstRows(),
        found.looked(),
        found.refused(),
        found.events().stream()
            .map(e -> new Event(e.customer(), e.event(), e.time(), e.channel(), e.properties()))
            .toList(),
        found.rejected().stream().map(Preview::refused).toList(),
        found.questions().stream()
            .map(q -> new Question(q.topic(), q.column(), q.sentence(), q.candidates()))
            .toList(),
        found.ready(),
        "Z".equals(zone) ? "UTC" : zone,
        found.notes().stream().map(ScreenWords::sentence).toList());
  }

  private static Refused refused(RejectedRow row) {
    return new Refused(
        row.ordinal(), row.field(), ScreenWords.sentence(row.reason()), row.payload());
  }
}
