/// Reads all journeys once, as touchpoints of a map or of a draft.
///
/// Not here: what is counted on the way (`draft`, `check`).
@NamedInterface("walk")
@NullMarked
package dev.sojourn.server.evidence.walk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
