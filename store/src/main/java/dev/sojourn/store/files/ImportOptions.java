package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a file of events is to be read. What is null is found by looking into the file.
///
/// @param format the format
/// @param customer the column of the customer
/// @param event the column of the event name
/// @param time the column of the time
/// @param order the column whose number orders events that have no time; `row`, where no column has
///   that name, is the row number
/// @param timeFormat a pattern of [java.time.format.DateTimeFormatter], or `epoch-seconds`,
///   `epoch-millis`, `epoch-micros`, `epoch-nanos`
/// @param timeZone the zone of times without offset
/// @param eventId the column of the event's own id
/// @param channel the column of the channel
/// @param channelValue the channel of every event; not beside `channel`
/// @param properties which other columns are kept
/// @param dropEvents names of events that are read and counted but not handed on
/// @param encoding the encoding of text without byte order mark; UTF-8 when null
public record ImportOptions(
    FileFormat format,
    @Nullable String customer,
    @Nullable String event,
    @Nullable String time,
    @Nullable String order,
    @Nullable String timeFormat,
    ZoneId timeZone,
    @Nullable String eventId,
    @Nullable String channel,
    @Nullable String channelValue,
    PropertyChoice properties,
    Set<String> dropEvents,
    @Nullable Charset encoding) {

  public ImportOptions {
    dropEvents = Set.copyOf(dropEvents);
  }

  /// Everything is guessed, times without offset are UTC, all properties are kept.
  public static ImportOptions defaults() {
    return new ImportOptions(
        FileFormat.AUTO,
        null,
        null,
        null,
        null,
        null,
        ZoneOffset.UTC,
        null,
        null,
        null,
        new PropertyChoice.All(),
        Set.of(),
        null);
  }

  /// These options with the three roles that most files need.
  public ImportOptions withRoles(
      @Nullable String customerColumn, @Nullable String eventColumn, @Nullable String timeColumn) {
    return new ImportOptions(
        format,
        customerColumn,
        eventColumn,
        timeColumn,
        order,
        timeFormat,
        timeZone,
        eventId,
        channel,
        channelValue,
        properties,
        dropEvents,
        encoding);
  }

  /// A zone by its name in the time-zone data, or an offset such as `+02:00`.
  ///
  /// @throws RefusedException when there is no such zone
  public static ZoneId zoneNamed(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new RefusedException(
          "--time-zone", "'" + name + "' is not a time zone; examples: UTC, Europe/Berlin, +02:00");
    }
  }

  /// A character encoding by its name.
  ///
  /// @throws RefusedException when this machine has none of that name
  public static Charset encodingNamed(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new RefusedException(
          "--encoding",
          "'" + name + "' is not a known encoding; examples: UTF-8, UTF-16LE, windows-1252");
    }
  }
}
