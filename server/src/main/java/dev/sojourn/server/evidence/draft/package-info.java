/// A first map drafted from events: typical journeys, the order of touchpoints, stages, branches
/// and loops, each choice with its number and said in a sentence.
///
/// Start at [Draft]; the mining core, [PathTable] and [JourneySet], knows nothing but paths and
/// units. Definitions: `docs/concepts/semantics-draft.md`. Not here: whether a map is true
/// (`check`), how a map is stored or painted (module `map`).
@NamedInterface("draft")
@NullMarked
package dev.sojourn.server.evidence.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
