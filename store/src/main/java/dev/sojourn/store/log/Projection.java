package dev.sojourn.store.log;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/// Which columns of stored events to read; the others stay empty and cost nothing. Sequence numbers
/// are always read.
///
/// @param columns the fixed columns
/// @param properties which properties, by name
public record Projection(Set<Column> columns, Predicate<String> properties) {

  /// A fixed column of stored events.
  public enum Column {
    CUSTOMER_HASH,
    CUSTOMER,
    TIME,
    SEQ,
    NAME,
    CHANNEL,
    ID,
    SOURCE,
    ORDINAL
  }

  public Projection {
    columns = Set.copyOf(columns);
  }

  /// Everything that is known of an event.
  public static Projection all() {
    return new Projection(EnumSet.allOf(Column.class), name -> true);
  }

  /// Some fixed columns and no property.
  public static Projection of(Column first, Column... rest) {
    return new Projection(EnumSet.of(first, rest), name -> false);
  }

  /// These columns and some properties.
  public Projection withProperties(Predicate<String> wanted) {
    return new Projection(columns, wanted);
  }

  /// Whether a fixed column is wanted.
  public boolean has(Column column) {
    return columns.contains(column);
  }
}
