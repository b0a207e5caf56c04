package dev.sojourn.store.log;

/// Reads stored events batch by batch, in no particular order. For one thread.
public interface EventCursor extends AutoCloseable {

  /// Replaces the events of the batch by the next ones, at least one.
  ///
  /// @return false when there are no more; the batch is then empty
  /// @throws DamagedLogException naming file, column and offset, when what is read is not what was
  ///   written
  boolean next(StoredEvents into);

  @Override
  void close();
}
