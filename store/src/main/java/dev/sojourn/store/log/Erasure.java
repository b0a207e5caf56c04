package dev.sojourn.store.log;

import java.time.Instant;

/// An entry of the erasure ledger: it proves that a customer was erased without naming them.
///
/// @param sequence its place in the log: data derived at or before it may still hold the customer
/// @param customerHash the hash that [StoredEvents#customerHash()] gave for the customer's events
/// @param check a second keyed hash of the same identifier, so that nobody else is taken for them
/// @param time when
public record Erasure(long sequence, long customerHash, long check, Instant time) {}
