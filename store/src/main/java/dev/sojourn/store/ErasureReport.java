package dev.sojourn.store;

/// What an erasure removed.
///
/// @param known whether the log had events of the customer
/// @param events events removed from the log
/// @param decisions decisions about identity removed because they named the customer
/// @param filesRewritten files of the log that were replaced or removed
/// @param rejectedRows refused rows removed because they named the customer
/// @param exports exported files inside the installation that named the customer, deleted
/// @param uploads files that waited to be imported, removed because they may name anybody
/// @param logLines lines removed from what is kept about failures
public record ErasureReport(
    boolean known,
    long events,
    long decisions,
    int filesRewritten,
    long rejectedRows,
    long exports,
    long uploads,
    long logLines) {}
