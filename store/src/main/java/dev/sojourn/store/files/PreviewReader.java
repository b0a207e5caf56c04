package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.files.FilePreview.Candidate;
import dev.sojourn.store.files.FilePreview.Column;
import dev.sojourn.store.files.FilePreview.Question;
import dev.sojourn.store.files.FilePreview.Row;
import dev.sojourn.store.files.FilePreview.Topic;
import dev.sojourn.store.files.FilePreview.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Opens a file exactly as an import does, reads one batch of it, and tells what came of it.
final class PreviewReader {

  private static final int ROWS = 20;
  private static final int SAMPLES = 3;
  private static final int COLUMNS = 300;
  private static final int TEXT = 120;
  private static final List<Candidate> ENCODINGS =
      List.of(
          new Candidate("windows-1252", "Western European (windows-1252)"),
          new Candidate("windows-1250", "Central European (windows-1250)"),
          new Candidate("windows-1251", "Cyrillic (windows-1251)"),
          new Candidate("windows-1253", "Greek (windows-1253)"),
          new Candidate("windows-1254", "Turkish (windows-1254)"),
          new Candidate("Shift_JIS", "Japanese (Shift_JIS)"),
          new Candidate("GB18030", "Chinese (GB18030)"),
          new Candidate("UTF-16LE", "UTF-16, little end first"));

  private final Path file;
  private final Path scratch;
  private final ImportOptions options;
  private final Instant now;
  private final FileLook look = new FileLook();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  PreviewReader(Path file, Path scratch, ImportOptions options, Instant now) {
    this.file = file;
    this.scratch = scratch;
    this.options = options;
    this.now = now;
  }

  FilePreview read() throws IOException {
    try (EventFileReader reader = EventFile.open(file, scratch, options, now, this::keep, look)) {
      notes.addAll(reader.facts().notes());
      askForEncoding();
      return look.questions().isEmpty() ? understood(reader) : asked();
    } catch (RefusedException refused) {
      if (look.sample == null) {
        askForEncoding();
      }
      if (look.onlyAsks()) {
        return asked();
      }
      throw refused;
    }
  }

  private void keep(RejectedRow row) {
    if (rejected.size() < ROWS) {
      rejected.add(
          new RejectedRow(row.ordinal(), row.field(), row.reason(), shortened(row.payload())));
    }
  }

  private void askForEncoding() {
    if (look.isOdd() && options.encoding() == null) {
      look.ask(
          new Question(
              Topic.ENCODING,
              null,
              "The text is not UTF-8. In which encoding was it saved?",
              ENCODINGS));
    }
  }

  private FilePreview asked() {
    return preview(columns(new EventBatch()), 0, 0, List.of(), null);
  }

  private FilePreview understood(EventFileReader reader) throws IOException {
    EventBatch batch = new EventBatch();
    reader.next(batch);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < batch.size() && rows.size() < ROWS; i++) {
      rows.add(row(batch, i));
    }
    if (reader.truncated()) {
      notes.add("the file is cut off or damaged from some point on; the complete rows are taken");
    }
    return preview(
        columns(batch),
        reader.rowsRead(),
        reader.rejected(),
        rows,
        reader.zoneAssumed() ? reader.facts().timeZone() : null);
  }

  private FilePreview preview(
      List<Column> columns, long looked, long refused, List<Row> rows, @Nullable ZoneId zone) {
    return new FilePreview(
        look.format,
        look.gzip,
        look.encoding,
        look.delimiter,
        columns,
        firstRows(columns.size()),
        looked,
        refused,
        rows,
        rejected,
        look.questions(),
        zone,
        notes);
  }

  private List<List<String>> firstRows(int columns) {
    Sample sample = look.sample;
    if (sample == null) {
      return List.of();
    }
    return sample.rows().stream()
        .limit(ROWS)
        .map(row ->
            IntStream.range(0, columns)
                .mapToObj(
                    c -> c < row.length ? shortened(Objects.requireNonNullElse(row[c], "")) : "")
                .toList())
        .toList();
  }

  private static Row row(EventBatch batch, int i) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (PropertyColumn property : batch.properties()) {
      String value = property.values().text(i);
      if (value != null) {
        properties.putIfAbsent(property.name(), shortened(value));
      }
    }
    long micros = batch.time(i);
    return new Row(
        text(batch.customer(), i),
        text(batch.name(), i),
        micros == EventBatch.UNTIMED ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
        batch.channel().isMissing(i) ? null : text(batch.channel(), i),
        properties);
  }

  private static String text(TextColumn column, int i) {
    String text = column.text(i);
    return text == null ? "" : shortened(text);
  }

  private static String shortened(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT) + "…";
  }

  /// The columns of the sample; where a format has none, those that play a role and the properties
  /// met.
  private List<Column> columns(EventBatch batch) {
    Sample sample = look.sample;
    Set<String> names = new LinkedHashSet<>();
    if (sample == null) {
      look.roles().values().stream().filter(name -> !name.equals(Roles.ROW)).forEach(names::add);
      batch.properties().forEach(property -> names.add(property.name()));
    } else {
      names.addAll(sample.columns());
    }
    if (names.size() > COLUMNS) {
      notes.add("the file has " + names.size() + " columns; the first " + COLUMNS + " are shown");
    }
    return names.stream()
        .limit(COLUMNS)
        .map(name -> column(name, sample == null ? samples(batch, name) : samples(sample, name)))
        .toList();
  }

  private Column column(String name, List<String> samples) {
    for (Map.Entry<Role, String> played : look.roles().entrySet()) {
      if (played.getValue().equals(name)) {
        String why = look.why(played.getKey());
        return new Column(
            name,
            Use.valueOf(played.getKey().name()),
            why != null,
            why == null ? "you said so" : why,
            samples);
      }
    }
    return new Column(name, kept(name) ? Use.PROPERTY : Use.NONE, false, "", samples);
  }

  private boolean kept(String name) {
    return switch (options.properties()) {
      case PropertyChoice.All() -> true;
      case PropertyChoice.None() -> false;
      case PropertyChoice.Named(List<String> chosen) -> chosen.contains(name);
    };
  }

  private static List<String> samples(Sample sample, String name) {
    return sample.values(name).stream()
        .distinct()
        .limit(SAMPLES)
        .map(PreviewReader::shortened)
        .toList();
  }

  private List<String> samples(EventBatch batch, String name) {
    Set<String> samples = new LinkedHashSet<>();
    for (int i = 0; i < batch.size() && samples.size() < SAMPLES && i < Sample.ROWS; i++) {
      for (Map.Entry<Role, String> played : look.roles().entrySet()) {
        if (played.getValue().equals(name)) {
          samples.add(cell(batch, played.getKey(), i));
        }
      }
      for (PropertyColumn property : batch.properties()) {
        if (property.name().equals(name) && !property.values().isMissing(i)) {
          samples.add(text(property.values(), i));
        }
      }
    }
    return List.copyOf(samples);
  }

  private static String cell(EventBatch batch, Role role, int i) {
    return switch (role) {
      case CUSTOMER -> text(batch.customer(), i);
      case EVENT -> text(batch.name(), i);
      case TIME ->
          batch.time(i) == EventBatch.UNTIMED
              ? ""
              : Instant.EPOCH.plus(batch.time(i), ChronoUnit.MICROS).toString();
      case ORDER -> Long.toString(batch.seq(i));
      case EVENT_ID -> text(batch.id(), i);
      case CHANNEL -> text(batch.channel(), i);
    };
  }
}
