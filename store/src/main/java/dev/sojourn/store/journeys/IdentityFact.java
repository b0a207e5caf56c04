package dev.sojourn.store.journeys;

/// A decision about two customer identifiers.
///
/// @param kind whether they are one person
/// @param first an identifier, verbatim; of a merge, the one whose name the person keeps
/// @param second the other identifier, verbatim
public record IdentityFact(Kind kind, String first, String second) {

  /// What was decided.
  public enum Kind {
    /// Both identifiers are one person.
    MERGE,
    /// Takes back every earlier merge of these two, in whichever order it named them.
    SPLIT
  }
}
