package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// The event log of one workspace. What a method has returned is on disk and survives a kill at any
/// instant. Thread-safe; one process opens a log at a time.
public interface EventLog extends AutoCloseable {

  /// Opens the log of a workspace, and makes it when there is none: the log lies in the folder
  /// `log` of the workspace, the key of its hashes in the folder `keys`.
  ///
  /// A write that was interrupted is undone: torn tails are cut, files that do not count are
  /// removed; [#notices()] says so.
  ///
  /// @param workspace the folder of the workspace
  /// @param clock the time of erasures
  /// @param random makes the key of a new log; a cryptographic one in production
  /// @throws DamagedLogException when a file that says what the log holds is damaged
  /// @throws UnwritableLogException when the folder cannot be written
  static EventLog open(
      Path workspace, LogSettings settings, InstantSource clock, RandomGenerator random) {
    return DiskLog.open(workspace, settings, clock, random);
  }

  /// Begins to take a source in bulk; waits until another import has ended.
  ///
  /// @param source what the events come from, the same text for the same content: `sha256:…` of a
  ///   file
  Import begin(String source);

  /// Stores live events; returns when they are durable. Many callers at once share one sync.
  ///
  /// @param source what the events come from
  /// @param batch events that all have an id
  /// @throws UnwritableLogException when the disk refuses; none of the batch is then stored
  Appended append(String source, EventBatch batch);

  /// Stores a decision; returns when it is durable.
  ///
  /// @return its sequence number
  long record(Fact fact);

  /// Everything stored so far. To be closed.
  LogSnapshot snapshot();

  /// Seals the hot events into a segment.
  void seal();

  /// Seals, then gathers the events of each part of the customers into few segments, so that an
  /// erasure touches little. Questions go on meanwhile; nothing derived becomes invalid.
  ///
  /// @param goesOn asked again and again; false leaves the rest as it is
  void compact(BooleanSupplier goesOn);

  /// As [#compact(BooleanSupplier)], to the end.
  default void compact() {
    compact(() -> true);
  }

  /// Removes every event and every fact of customer identifiers, and refuses their events from here
  /// on. After it no file of the log holds a byte of the identifiers, nor of their events; files
  /// that an open snapshot or an import still reads vanish with it.
  Erased erase(Collection<String> identifiers);

  /// Whether a customer identifier was erased, so that nothing about it may be kept again.
  boolean isErased(String identifier);

  /// The hash that [StoredEvents#customerHash()] gives for a customer identifier.
  long customerHash(String identifier);

  /// As [#customerHash(String)], for UTF-8 bytes.
  long customerHash(byte[] utf8, int offset, int length);

  /// Reads every byte of every file and says what is wrong; empty when all is well.
  List<Finding> verify();

  /// What opening the log had to mend.
  List<Finding> notices();

  /// Seals the hot events and lets go of the files.
  @Override
  void close();
}
