package dev.sojourn.store.log;

/// Sizes that decide when the log moves events on.
///
/// @param journalBytes a journal of this size is sealed into a segment
/// @param importCommitRows an import commits by itself after this many stored events
/// @param bucketRows compaction makes buckets of about this many events
public record LogSettings(long journalBytes, int importCommitRows, int bucketRows) {

  /// What suits a machine with a gigabyte for the log.
  public static final LogSettings DEFAULT = new LogSettings(32L << 20, 4_000_000, 2_000_000);

  public LogSettings {
    if (journalBytes < 1 || importCommitRows < 1 || bucketRows < 1) {
      throw new IllegalArgumentException("sizes of the log must be at least 1");
    }
  }
}
