/// Specs: questions over journeys as a person could have written them.
///
/// [Spec] is the sealed family; [Problems] gathers every fault of a spec before it is refused. Not
/// here: JSON (the server reads and writes it), names bound to codes (`fold`).
@NullMarked
package dev.sojourn.kernel.spec;

import org.jspecify.annotations.NullMarked;
