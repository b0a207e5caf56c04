package dev.sojourn.server.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where events come from, and what became of them.
///
/// @param id names it in addresses
/// @param name what people call it, such as the name of a file
/// @param format of a file; null when it is not known
/// @param importedAt when it was imported last; null when it came by another way than this server
/// @param read rows met by the last import
/// @param stored new events of the last import
/// @param duplicates events of the last import that were there before
/// @param rejected rows of the last import that are no events
/// @param firstTime the time of its earliest event; null when none has one
/// @param lastTime the time of its latest event; null when none has one
/// @param events events that are there now
/// @param synthetic whether they were made up
public record Source(
    String id,
    String name,
    Kind kind,
    @Nullable String format,
    @Nullable Instant importedAt,
    long read,
    long stored,
    long duplicates,
    long rejected,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime,
    long events,
    boolean synthetic) {

  /// What kind of source it is.
  public enum Kind {
    FILE,
    DEMO
  }

  /// The id of what the log calls a source.
  public static String idOf(String logSource) {
    int colon = logSource.indexOf(':');
    String plain = logSource.substring(colon + 1).replaceAll("[^0-9A-Za-z-]", "-");
    return plain.substring(0, Math.min(plain.length(), colon < 0 ? 64 : 24));
  }
}
