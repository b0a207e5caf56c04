package dev.sojourn.store.event;

/// One property of the events of a batch. A property whose values are of several kinds has one
/// column a kind; an event has a value in at most one of them.
///
/// @param name the property name as it came in
/// @param kind how the texts are to be read
/// @param values one row an event, missing where the event has no such property
public record PropertyColumn(String name, Kind kind, TextColumn values) {

  /// How the text of a property is to be read.
  public enum Kind {
    /// As it stands.
    TEXT,
    /// A JSON number.
    NUMBER,
    /// `true` or `false`.
    BOOLEAN,
    /// A JSON object or array.
    JSON
  }
}
