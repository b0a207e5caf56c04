package dev.sojourn.store.files;

import java.time.Instant;
import java.util.List;

/// The columns of an exported file. A file that begins with them is known as our own, so that it
/// comes back without a word about roles. A property whose name is one of them, or begins with the
/// mark, gets the mark in front.
final class ExportColumns {

  /// Says that what follows is the name of a property.
  static final String MARK = "property:";

  private static final List<String> NAMES =
      List.of("customer", "event", "time", "event_order", "event_id", "channel");

  private static final long MICROS = 1_000_000;

  private ExportColumns() {}

  static List<String> names() {
    return NAMES;
  }

  static String of(Role role) {
    return NAMES.get(role.ordinal());
  }

  /// Whether a file with these columns is an export.
  static boolean headThis(List<String> columns) {
    return columns.size() >= NAMES.size() && columns.subList(0, NAMES.size()).equals(NAMES);
  }

  /// The column of a property.
  static String ofProperty(String name) {
    return NAMES.contains(name) || name.startsWith(MARK) ? MARK + name : name;
  }

  /// The property of a column of an export.
  static String property(String column) {
    return column.startsWith(MARK) ? column.substring(MARK.length()) : column;
  }

  /// A time as it stands in an export.
  static String time(long micros) {
    return Instant.ofEpochSecond(
            Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000)
        .toString();
  }
}
