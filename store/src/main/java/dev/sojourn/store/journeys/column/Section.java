package dev.sojourn.store.journeys.column;

import java.util.Locale;

/// What a stretch of a column file holds. The position of a constant is its number in the file, so
/// constants are only ever added at the end.
public enum Section {
  /// Eight `long`s that describe a partition, in the order of [PartitionInfo].
  INFO,
  /// The code of each event, one byte or two.
  CODES,
  /// Ticks since the event before, an unsigned `int` each; 0 for the first event of a unit.
  GAPS,
  /// Where the events of each unit begin, an `int` each, and where the last ones end.
  STARTS,
  /// The time of the first event of each unit, a `long` each.
  FIRST_TIMES,
  /// Which codes a unit has, modulo 64, a `long` each.
  PRESENCE,
  /// Positions of the events whose gap does not fit, ascending, an `int` each.
  LONG_GAP_EVENTS,
  /// The gaps that do not fit, a `long` each; the difference of two times wraps around.
  LONG_GAPS,
  /// The keyed hash of the public id of each unit, ascending and unsigned, a `long` each.
  HASHES,
  /// Where the public id of each unit ends, an `int` each.
  ID_ENDS,
  /// The public ids, one after the other.
  ID_TEXT,
  /// In a delta: the units of the base that it replaces, ascending, an `int` each.
  MASKED,
  /// Where the rest of each unit begins, an `int` each, and where the last one ends.
  ORDER_STARTS,
  /// For each unit its identifiers, then for each event what orders it beside its time.
  ORDER,
  /// Texts of a vocabulary or of identities: the length plus one and the bytes, or 0 for none.
  TEXTS;

  /// How the section is called in a sentence.
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
