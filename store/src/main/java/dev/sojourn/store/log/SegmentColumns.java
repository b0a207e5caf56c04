package dev.sojourn.store.log;

import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.parquet.ParquetColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The columns of a segment. Any tool can read them; what only the log needs to know stands in the
/// notes.
final class SegmentColumns {

  static final String VERSION_NOTE = "sojourn.segment.version";
  static final String VERSION = "1";

  static final String CUSTOMER_HASH = "customer_hash";
  static final String CUSTOMER = "customer";
  static final String TIME = "time";
  static final String SEQ = "seq";
  static final String NAME = "name";
  static final String CHANNEL = "channel";
  static final String ID = "id";
  static final String SOURCE = "source";

  /// Only in segments where it is not [#SEQ] everywhere.
  static final String ORDINAL = "ordinal";

  /// Only in segments whose events do not follow one another in the log.
  static final String LOG_SEQUENCE = "log_sequence";

  /// The fixed columns, in the order in which [SegmentWriter] numbers them.
  static final List<ParquetColumn> FIXED =
      List.of(
          ParquetColumn.required(CUSTOMER_HASH, ParquetColumn.Type.HASH),
          ParquetColumn.required(CUSTOMER, ParquetColumn.Type.TEXT),
          ParquetColumn.optional(TIME, ParquetColumn.Type.TIME),
          ParquetColumn.required(SEQ, ParquetColumn.Type.NUMBER),
          ParquetColumn.required(NAME, ParquetColumn.Type.TEXT),
          ParquetColumn.optional(CHANNEL, ParquetColumn.Type.TEXT),
          ParquetColumn.optional(ID, ParquetColumn.Type.TEXT),
          ParquetColumn.required(SOURCE, ParquetColumn.Type.TEXT));

  private static final String PROPERTY_NOTE = "sojourn.property";
  private static final String KIND_NOTE = "sojourn.kind";

  private SegmentColumns() {}

  /// The column of a property: `p.` and its name, and the kind where another kind has that name.
  ///
  /// @param taken which column names are in use
  static ParquetColumn property(
      String property, PropertyColumn.Kind kind, Predicate<String> taken) {
    String name = "p." + property;
    if (taken.test(name)) {
      name += "." + kind.name().toLowerCase(Locale.ROOT);
    }
    while (taken.test(name)) {
      name += "_";
    }
    return ParquetColumn.optional(name, ParquetColumn.Type.TEXT)
        .withNotes(Map.of(PROPERTY_NOTE, property, KIND_NOTE, kind.name()));
  }

  static boolean isProperty(ParquetColumn column) {
    return column.notes().containsKey(PROPERTY_NOTE);
  }

  static String propertyName(ParquetColumn column) {
    return column.notes().getOrDefault(PROPERTY_NOTE, column.name());
  }

  /// The kind of a property; null when the column says one that there is not.
  static PropertyColumn.@Nullable Kind propertyKind(ParquetColumn column) {
    String said = column.notes().getOrDefault(KIND_NOTE, PropertyColumn.Kind.TEXT.name());
    for (PropertyColumn.Kind kind : PropertyColumn.Kind.values()) {
      if (kind.name().equals(said)) {
        return kind;
      }
    }
    return null;
  }
}
