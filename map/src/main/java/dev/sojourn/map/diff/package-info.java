/// What changed between two versions of a map, element by element, in sentences.
///
/// Not here: text differences, merging, measured numbers (checks and reality are not compared).
@NullMarked
package dev.sojourn.map.diff;

import org.jspecify.annotations.NullMarked;
