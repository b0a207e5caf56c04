package dev.sojourn.store.log;

/// What an erasure removed from the log.
///
/// @param identifiers identifiers that entered the ledger now; those in it already are not counted
/// @param events events removed
/// @param facts facts removed because they named one of the identifiers
/// @param filesRewritten files replaced or removed
public record Erased(int identifiers, long events, long facts, int filesRewritten) {}
