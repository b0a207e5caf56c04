package dev.sojourn.store.log;

/// A sealed, immutable file of events. Thread-safe while the snapshot that gave it is open.
public interface Segment {

  /// The file name; never used again for other content.
  String name();

  /// Events in it, at least one.
  long rows();

  /// Size of the file.
  long bytes();

  /// 0 for arrival order, 1 for segments that hold one part of the customers.
  int level();

  /// How many leading bits of the customer hash all its events share; 0 at level 0.
  int bucketBits();

  /// The value of those leading bits; 0 at level 0.
  int bucket();

  /// The smallest sequence number in it.
  long firstSequence();

  /// The largest sequence number in it.
  long lastSequence();

  /// Opens a cursor over its events.
  ///
  /// @param fromSequence events with a smaller sequence number are left out
  EventCursor open(Projection projection, long fromSequence);
}
