/// Journeys: the time-ordered events of each unit, as sorted columns.
///
/// Read [Journeys] first, then [JourneyBlock], which is what a fold sees. Not here: where the
/// columns come from (the store), what a question means (`spec`), how it is answered (`fold`).
@NullMarked
package dev.sojourn.kernel.journey;

import org.jspecify.annotations.NullMarked;
