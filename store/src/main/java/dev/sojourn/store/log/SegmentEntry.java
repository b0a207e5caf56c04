package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.frame.RecordReader;

/// What the manifest knows of a segment.
///
/// @param checksum CRC-32C of the whole file
/// @param firstSequence the smallest sequence number; a segment without a column of them holds the
///   numbers from here on without a gap
/// @param lastTime the latest time in microseconds, or [dev.sojourn.store.event.EventBatch#UNTIMED]
record SegmentEntry(
    String name,
    long rows,
    long bytes,
    int checksum,
    int level,
    int bucketBits,
    int bucket,
    long firstSequence,
    long lastSequence,
    long lastTime) {

  /// The same segment at another place of the log.
  SegmentEntry at(long sequence) {
    return new SegmentEntry(
        name,
        rows,
        bytes,
        checksum,
        level,
        bucketBits,
        bucket,
        sequence,
        sequence + lastSequence - firstSequence,
        lastTime);
  }

  /// Whether a customer with this hash can have events in it.
  boolean mayHold(long customerHash) {
    return bucketBits == 0 || customerHash >>> (64 - bucketBits) == bucket;
  }

  void write(RecordBuffer out) {
    out.text(name);
    out.varint(rows);
    out.varint(bytes);
    out.int64(checksum);
    out.varint(level);
    out.varint(bucketBits);
    out.varint(bucket);
    out.varint(firstSequence);
    out.varint(lastSequence);
    out.int64(lastTime);
  }

  static SegmentEntry read(RecordReader in) {
    return new SegmentEntry(
        in.text(),
        in.varint(),
        in.varint(),
        (int) in.int64(),
        in.count(),
        in.count(),
        in.count(),
        in.varint(),
        in.varint(),
        in.int64());
  }
}
