package dev.sojourn.store.log;

import java.util.Collection;
import java.util.List;

/// Everything in the log at one moment. Files that it shows stay readable until it is closed, even
/// when a compaction or an erasure has replaced them. Thread-safe.
///
/// Every stored event, fact and erasure has a **sequence number**, given in the order in which they
/// became durable and never used twice. Who derives data from a snapshot keeps [#sequence()] and
/// asks the next snapshot only for what is new:
/// - new events: [#events(Projection,long)] with the kept number. Compaction moves events between
///   segments but keeps their sequence numbers, so it never invalidates derived data.
/// - new facts: those of [#facts()] with a sequence number at or above the kept one.
/// - erased customers: those of [#erasures()] at or above the kept number must be dropped from what
///   was derived.
public interface LogSnapshot extends AutoCloseable {

  /// Names the log: another log, or one made anew, has another lineage.
  String lineage();

  /// One more than the largest sequence number in the snapshot; 1 for an empty log.
  long sequence();

  /// Time of the latest event in microseconds, or [dev.sojourn.store.event.EventBatch#UNTIMED] when
  /// none has a time.
  long dataThrough();

  /// How many events there are, sealed and hot.
  long events();

  /// The sealed segments, by first sequence number. Together with [#hot(Projection,long)] they hold
  /// every event once; they can be read in parallel.
  List<Segment> segments();

  /// Opens a cursor over the hot events, those not sealed yet.
  ///
  /// @param fromSequence events with a smaller sequence number are left out
  EventCursor hot(Projection projection, long fromSequence);

  /// Opens a cursor over all events, segment after segment and then the hot ones.
  ///
  /// @param fromSequence events with a smaller sequence number are left out; 0 for all
  EventCursor events(Projection projection, long fromSequence);

  /// Opens a cursor over the events of some customer identifiers, with all that is known of them.
  /// Segments and pages without any of them are passed over.
  ///
  /// @param identifiers verbatim
  EventCursor eventsOf(Collection<String> identifiers);

  /// The facts, by sequence number.
  List<RecordedFact> facts();

  /// The erasure ledger, by sequence number.
  List<Erasure> erasures();

  @Override
  void close();
}
