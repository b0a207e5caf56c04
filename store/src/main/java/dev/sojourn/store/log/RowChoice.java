package dev.sojourn.store.log;

import dev.sojourn.store.event.TextColumn;

/// Chooses rows of stored events. For one thread.
final class RowChoice {

  /// Whether a row of a batch is wanted.
  @FunctionalInterface
  interface Test {
    boolean wants(StoredEvents batch, int row);
  }

  private final Test test;
  private final int[] rows = new int[StoredEvents.CAPACITY];

  RowChoice(Test test) {
    this.test = test;
  }

  /// All rows but those of erased customers.
  static RowChoice without(Ledger ledger) {
    return new RowChoice((batch, row) -> !isErased(ledger, batch, row));
  }

  static boolean isErased(Ledger ledger, StoredEvents batch, int row) {
    if (!ledger.mayHold(batch.customerHash()[row])) {
      return false;
    }
    TextColumn customer = batch.events().customer();
    int t = customer.entry(row);
    return ledger.holds(
        batch.customerHash()[row], customer.bytes(), customer.offset(t), customer.length(t));
  }

  /// Chooses among the rows of a batch.
  ///
  /// @return how many were chosen
  int choose(StoredEvents batch) {
    int count = 0;
    for (int row = 0; row < batch.size(); row++) {
      if (test.wants(batch, row)) {
        rows[count++] = row;
      }
    }
    return count;
  }

  /// The rows chosen last.
  int[] rows() {
    return rows;
  }
}
