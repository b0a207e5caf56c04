package dev.sojourn.store.files;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was found, given or assumed about a file before its first event.
///
/// @param format the format, never [FileFormat#AUTO]
/// @param gzip whether the file is compressed
/// @param roles role to column, in the order customer, event, time, order, eventId, channel; only
///   roles that a column plays
/// @param timeZone the zone that times without offset are taken to be in
/// @param columns every column, by its name in the batch; those of formats without a header are the
///   ones seen so far
/// @param notes sentences about choices that a careful person would want to know, such as a renamed
///   column
public record FileFacts(
    FileFormat format,
    boolean gzip,
    Map<String, String> roles,
    ZoneId timeZone,
    List<String> columns,
    List<String> notes) {

  public FileFacts {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /// The same with one more note.
  public FileFacts noting(String sentence) {
    return new FileFacts(
        format,
        gzip,
        roles,
        timeZone,
        columns,
        Stream.concat(notes.stream(), Stream.of(sentence)).toList());
  }
}
