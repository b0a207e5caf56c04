/// Journeys held against a plan: what fits, what is left out, what is added, what is elsewhere.
///
/// An [AlignmentPlan] is a checked and compiled plan; an [Aligner] holds one journey against it; an
/// [AlignmentFold] does so for all journeys. `docs/concepts/semantics-alignment.md` defines every
/// number. Not here: journey maps (they compile to a plan element), JSON, intervals and wording.
@NullMarked
package dev.sojourn.kernel.align;

import org.jspecify.annotations.NullMarked;
