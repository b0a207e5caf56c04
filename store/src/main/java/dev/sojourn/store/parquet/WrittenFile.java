package dev.sojourn.store.parquet;

/// A complete, synced column file.
///
/// @param rows its rows
/// @param bytes its size
/// @param checksum CRC-32C of all its bytes
public record WrittenFile(long rows, long bytes, int checksum) {}
