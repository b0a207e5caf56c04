/// A map held against the journeys of all customers: a verdict for every claim, and what customers
/// really did on the ground of the map.
///
/// Start at [Check]. When each verdict is given is defined in `docs/concepts/semantics-claims.md`.
/// Not here: the alignment itself (`kernel.align`), the map (module `map`), wording of screens.
@NamedInterface("check")
@NullMarked
package dev.sojourn.server.evidence.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
