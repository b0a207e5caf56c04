/// Lenses: how the codes of a snapshot are read as touchpoints for one question.
///
/// Not here: which events a person ties to which touchpoint (the map), views that look at
/// properties (the journey store).
@NullMarked
package dev.sojourn.kernel.lens;

import org.jspecify.annotations.NullMarked;
