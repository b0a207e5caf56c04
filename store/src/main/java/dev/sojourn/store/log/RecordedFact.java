package dev.sojourn.store.log;

/// A fact with its place in the log.
///
/// @param sequence its place: facts with a smaller one were decided before
/// @param fact what was decided
public record RecordedFact(long sequence, Fact fact) {}
