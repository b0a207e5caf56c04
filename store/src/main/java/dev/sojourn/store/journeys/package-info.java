/// The journey store: the events of each customer in order, as memory-mapped columns.
///
/// Derived from the event log and disposable: a folder that is missing or damaged is built again.
/// Start with [JourneyStore]; [EventInput] is what it reads. Order, ties, units and identity are
/// defined in `docs/concepts/semantics-journey.md`.
///
/// Not here: what keeps events safe (`log`), what a question over journeys means (the kernel).
@NullMarked
package dev.sojourn.store.journeys;

import org.jspecify.annotations.NullMarked;
