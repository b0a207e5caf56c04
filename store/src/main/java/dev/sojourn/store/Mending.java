package dev.sojourn.store;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.EventHashes;
import dev.sojourn.store.files.EventFileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Tells whether a file is one that was taken before, with refused rows mended where they stood or
/// taken out: everything else is as it was, and where it was. For one thread.
final class Mending {

  private final TakenFile before;
  private final RowSum mended = new RowSum();
  private final RowSum shortened = new RowSum();

  /// @param before the file as it was
  /// @param shortened whether the refused rows were taken out, so that those behind have moved up
  record Found(TakenFile before, boolean shortened) {

    /// The number that a row of the file had before.
    long row(long row) {
      return shortened ? before.before(row) : row;
    }
  }

  private Mending(TakenFile before) {
    this.before = before;
  }

  /// Reads a file to its end, or until it is clear that it is none of those.
  ///
  /// @param goesOn says whether to read on; asked once a batch
  static Optional<Found> of(
      EventFileReader reader, List<TakenFile> candidates, BooleanSupplier goesOn)
      throws IOException {
    List<Mending> left = new ArrayList<>(candidates.stream().map(Mending::new).toList());
    EventBatch batch = new EventBatch();
    EventHashes hashes = new EventHashes();
    while (!left.isEmpty() && reader.next(batch)) {
      if (!goesOn.getAsBoolean()) {
        return Optional.empty();
      }
      long[] hash = hashes.of(batch);
      left.forEach(one -> one.add(batch, hash));
      if (reader.rowsRead() >= RowSum.HEAD) {
        left.removeIf(Mending::isAnother);
      }
    }
    return left.stream().flatMap(one -> one.found().stream()).findFirst();
  }

  private void add(EventBatch batch, long[] hash) {
    for (int i = 0; i < batch.size(); i++) {
      long row = batch.ordinal(i);
      if (!before.hasRefused(row)) {
        mended.add(hash[i], row);
      }
      shortened.add(hash[i], before.before(row));
    }
  }

  private boolean isAnother() {
    return !mended.hasHeadOf(before.taken()) && !shortened.hasHeadOf(before.taken());
  }

  private Optional<Found> found() {
    if (mended.isSameAs(before.taken())) {
      return Optional.of(new Found(before, false));
    }
    return shortened.isSameAs(before.taken())
        ? Optional.of(new Found(before, true))
        : Optional.empty();
  }
}
