/// Journeys that a person writes down and checks by hand: `journeys("ann: view@0 cart@5m")`.
///
/// [Notation] reads them, [PlainJourneys] is what the reference evaluator works on and what becomes
/// a table for an engine. Not here: random journeys (`random`), what questions mean (`reference`).
@NullMarked
package dev.sojourn.testkit.journey;

import org.jspecify.annotations.NullMarked;
