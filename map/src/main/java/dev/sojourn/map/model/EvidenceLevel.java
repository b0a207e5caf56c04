package dev.sojourn.map.model;

/// How well an element of a map is supported. Computed from checks, evidence and what can be seen
/// at all; never typed in.
public enum EvidenceLevel {
  /// Nobody looked.
  ASSUMED("assumed"),
  /// Customers said so.
  REPORTED("reported"),
  /// Events show it.
  OBSERVED("seen"),
  /// Events show it and customers said so.
  CORROBORATED("seen and said"),
  /// Events show something else.
  CONTRADICTED("contradicted"),
  /// The interval allows both answers.
  INCONCLUSIVE("not clear yet"),
  /// Too few customers to tell.
  NOT_ENOUGH_DATA("not enough yet"),
  /// It was true when last seen, which is too long ago.
  STALE("stale"),
  /// No event can show it.
  NOT_MEASURABLE("no event can show");

  private final String word;

  EvidenceLevel(String word) {
    this.word = word;
  }

  /// The word beside the mark.
  public String word() {
    return word;
  }
}
