package dev.sojourn.store.log;

import dev.sojourn.store.parquet.ParquetWriter;
import java.io.IOException;
import java.util.Optional;

/// Writes a segment anew with some of its events.
final class Rewriting {

  private final LogCore core;

  Rewriting(LogCore core) {
    this.core = core;
  }

  /// Writes the chosen events of a segment into a new one, which does not count yet.
  ///
  /// @param withSequences whether the events keep their sequence numbers; else they follow one
  ///   another from 0
  /// @return empty when no event was chosen
  Optional<SegmentEntry> rewrite(SegmentFile from, RowChoice choice, boolean withSequences)
      throws IOException {
    SegmentWriter writer =
        new SegmentWriter(
            core.folder(),
            core.newName("segment", "parquet"),
            ParquetWriter.ROW_GROUP_ROWS,
            withSequences);
    boolean finished = false;
    try (EventCursor events = from.open(Projection.all(), 0)) {
      StoredEvents batch = new StoredEvents();
      while (events.next(batch)) {
        int rows = choice.choose(batch);
        writer.add(
            batch.events(),
            batch.source(),
            batch.customerHash(),
            withSequences ? batch.sequence() : null,
            choice.rows(),
            rows);
      }
      if (writer.rows() == 0) {
        return Optional.empty();
      }
      SegmentEntry entry = writer.finish(from.level(), from.bucketBits(), from.bucket());
      finished = true;
      return Optional.of(entry);
    } finally {
      if (finished) {
        writer.close();
      } else {
        writer.abandon();
      }
    }
  }
}
