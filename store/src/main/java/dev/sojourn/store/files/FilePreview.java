package dev.sojourn.store.files;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file as an import would understand it, with nothing stored: what was found, the first events,
/// and a question for each thing that could not be told.
///
/// @param format the format, never [FileFormat#AUTO]
/// @param gzip whether the file is compressed
/// @param encoding the encoding of its text; null for Parquet
/// @param delimiter what divides its cells; null where nothing does
/// @param columns its columns in the order of the file; those of formats without a header are the
///   ones seen so far
/// @param firstRows the first rows as they stand in the file, one text a column; empty for formats
///   without rows
/// @param looked rows that were looked at
/// @param refused how many of them are no events
/// @param events the first events
/// @param rejected the first rows that are no events
/// @param questions what has to be answered before it can be imported; no events are shown then
/// @param assumedZone the zone that times without offset were taken to be in; null when every time
///   has its own
/// @param notes sentences about choices that a careful person would want to know
public record FilePreview(
    FileFormat format,
    boolean gzip,
    @Nullable String encoding,
    @Nullable Character delimiter,
    List<Column> columns,
    List<List<String>> firstRows,
    long looked,
    long refused,
    List<Row> events,
    List<RejectedRow> rejected,
    List<Question> questions,
    @Nullable ZoneId assumedZone,
    List<String> notes) {

  public FilePreview {
    columns = List.copyOf(columns);
    firstRows = List.copyOf(firstRows);
    events = List.copyOf(events);
    rejected = List.copyOf(rejected);
    questions = questions.stream().sorted(Comparator.comparing(Question::topic)).toList();
    notes = List.copyOf(notes);
  }

  /// Whether an import with the same options would begin.
  public boolean ready() {
    return questions.isEmpty();
  }

  /// What a column is for.
  public enum Use {
    CUSTOMER,
    EVENT,
    TIME,
    ORDER,
    EVENT_ID,
    CHANNEL,
    /// Kept with the event.
    PROPERTY,
    /// Left out.
    NONE
  }

  /// A column of the file.
  ///
  /// @param name its name
  /// @param use what it is for
  /// @param guessed whether that was found by looking into the file
  /// @param why why, in words; empty for properties
  /// @param samples a few different values
  public record Column(String name, Use use, boolean guessed, String why, List<String> samples) {
    public Column {
      samples = List.copyOf(samples);
    }
  }

  /// An event as it was understood; texts are cut where they are long.
  ///
  /// @param time null where the file has only an order
  public record Row(
      String customer,
      String event,
      @Nullable Instant time,
      @Nullable String channel,
      Map<String, String> properties) {
    public Row {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
  }

  /// What a question is about, in the order in which a person answers best.
  public enum Topic {
    ENCODING,
    CUSTOMER,
    EVENT,
    TIME,
    /// How the times of a column are written.
    TIME_FORMAT
  }

  /// Something that could not be told.
  ///
  /// @param topic what it is about
  /// @param column the column that is asked about; null when the answer is a column
  /// @param sentence the question
  /// @param candidates possible answers, likely ones first
  public record Question(
      Topic topic, @Nullable String column, String sentence, List<Candidate> candidates) {
    public Question {
      candidates = List.copyOf(candidates);
    }
  }

  /// A possible answer.
  ///
  /// @param value what to give as the option
  /// @param label what it would mean, with an example from the file
  public record Candidate(String value, String label) {}
}
