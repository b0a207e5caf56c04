package dev.sojourn.kernel.journey;

import java.util.List;

/// A consistent snapshot of the journeys of all units (customers unless a view says otherwise).
///
/// Events of a unit are ordered by (time, seq, event id); untimed events come first, by (seq, event
/// id). The snapshot does not change while it is open. Thread-safe; cursors are for one thread.
public interface Journeys extends AutoCloseable {

  /// What the codes in the blocks stand for.
  Vocabulary vocabulary();

  /// The unit of every time in the blocks: the coarsest that loses nothing.
  Tick tick();

  /// Units with at least one event.
  long units();

  /// Events of all units.
  long events();

  /// Time of the latest event, in ticks since the epoch, or [JourneyBlock#UNTIMED] when none has a
  /// time. What did not happen before this moment may still happen.
  long dataThrough();

  /// Runs of journeys that can be folded apart, in parallel, in any order. Each unit is in one
  /// part.
  List<? extends JourneyPart> parts();

  /// The public id of a unit: the customer identifier as it came in.
  ///
  /// @param unit a number from [JourneyBlock#unit(int)] of this snapshot
  String unitId(long unit);

  @Override
  void close();
}
