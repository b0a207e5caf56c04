package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;

/// Takes the events of one source in bulk, straight into segments. For one thread.
///
/// An event with an id is known by it; one without is known by the source and its ordinal there. So
/// the same file imported again gives only duplicates, and an import that was cancelled or killed
/// is resumed by running it again.
public interface Import extends AutoCloseable {

  /// Adds the events of a batch, copied. They are durable after the next [#commit()]; a long import
  /// commits by itself from time to time, so that its progress survives a kill.
  void append(EventBatch batch);

  /// Makes what was added durable and visible.
  ///
  /// @return what became of all events of this import so far
  Appended commit();

  /// Ends the import; what was added since the last commit is dropped.
  @Override
  void close();
}
