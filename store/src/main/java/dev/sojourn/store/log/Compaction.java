package dev.sojourn.store.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Gathers the events of each part of the customers into few segments. Parts are cut by the leading
/// bits of the customer hash, so a part of yesterday holds whole parts of today. One at a time.
final class Compaction {

  /// Segments of one part that may lie side by side.
  private static final int MOST_SEGMENTS = 4;

  private static final int MOST_BITS = 10;

  /// Segments written at once: each keeps some megabytes of columns in memory.
  private static final int WRITERS = 16;

  private static final int ROW_GROUP_ROWS = 1 << 17;

  private final LogCore core;

  Compaction(LogCore core) {
    this.core = core;
  }

  /// Moves every segment of level 0 to level 1, and joins the segments of parts that have many.
  void compact(BooleanSupplier goesOn) throws IOException {
    List<SegmentFile> arrived = core.view().files().stream().filter(s -> s.level() == 0).toList();
    boolean whole = arrived.isEmpty() || partition(arrived, bits(), 0, 1, goesOn);
    for (List<SegmentFile> crowded = crowded(); whole && !crowded.isEmpty(); crowded = crowded()) {
      SegmentFile first = crowded.getFirst();
      whole =
          partition(
              crowded,
              Math.max(bits(), first.bucketBits()),
              first.bucketBits(),
              first.bucket(),
              goesOn);
    }
  }

  private int bits() {
    long parts = core.view().events() / core.settings().bucketRows();
    return Math.min(MOST_BITS, 64 - Long.numberOfLeadingZeros(parts));
  }

  private List<SegmentFile> crowded() {
    for (SegmentFile s : core.view().files()) {
      if (s.level() == 1) {
        List<SegmentFile> same =
            core.view().files().stream()
                .filter(o ->
                    o.level() == 1 && o.bucketBits() == s.bucketBits() && o.bucket() == s.bucket())
                .toList();
        if (same.size() > MOST_SEGMENTS) {
          return same;
        }
      }
    }
    return List.of();
  }

  /// Cuts segments into parts and puts the new segments into their place, all at once.
  ///
  /// @param bits of the new parts
  /// @param commonBits bits of the part that all the events share
  /// @param common that part
  /// @return false when it was asked to stop; all is then as before
  private boolean partition(
      List<SegmentFile> inputs, int bits, int commonBits, int common, BooleanSupplier goesOn)
      throws IOException {
    CatalogChange change = new CatalogChange();
    inputs.forEach(s -> change.removed.add(s.name()));
    int first = commonBits == 0 ? 0 : common << (bits - commonBits);
    int end = commonBits == 0 ? 1 << bits : (common + 1) << (bits - commonBits);
    for (int from = first; from < end; from += WRITERS) {
      if (!write(inputs, bits, from, Math.min(end, from + WRITERS), change, goesOn)) {
        core.delete(change.segments.stream().map(SegmentEntry::name).toList());
        return false;
      }
    }
    core.lock().lock();
    try {
      core.commit(change);
    } finally {
      core.lock().unlock();
    }
    core.delete(change.removed);
    return true;
  }

  private boolean write(
      List<SegmentFile> inputs,
      int bits,
      int from,
      int end,
      CatalogChange change,
      BooleanSupplier goesOn)
      throws IOException {
    List<SegmentWriter> writers = new ArrayList<>();
    try {
      for (int b = from; b < end; b++) {
        writers.add(
            new SegmentWriter(
                core.folder(), core.newName("segment", "parquet"), ROW_GROUP_ROWS, true));
      }
      for (SegmentFile input : inputs) {
        if (!copy(input, bits, from, writers, goesOn)) {
          return false;
        }
      }
      for (int b = from; b < end; b++) {
        if (writers.get(b - from).rows() > 0) {
          change.segments.add(writers.get(b - from).finish(1, bits, b));
        }
      }
      return true;
    } finally {
      // A finished file no longer has the name that abandoning removes.
      writers.forEach(SegmentWriter::abandon);
    }
  }

  private static boolean copy(
      SegmentFile input, int bits, int from, List<SegmentWriter> writers, BooleanSupplier goesOn)
      throws IOException {
    int[][] rows = new int[writers.size()][StoredEvents.CAPACITY];
    int[] counts = new int[writers.size()];
    try (EventCursor events = input.open(Projection.all(), 0)) {
      StoredEvents batch = new StoredEvents();
      while (events.next(batch)) {
        if (!goesOn.getAsBoolean()) {
          return false;
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < batch.size(); i++) {
          int b = (bits == 0 ? 0 : (int) (batch.customerHash()[i] >>> (64 - bits))) - from;
          if (b >= 0 && b < counts.length) {
            rows[b][counts[b]++] = i;
          }
        }
        for (int b = 0; b < counts.length; b++) {
          writers
              .get(b)
              .add(
                  batch.events(),
                  batch.source(),
                  batch.customerHash(),
                  batch.sequence(),
                  rows[b],
                  counts[b]);
        }
      }
      return true;
    }
  }
}
