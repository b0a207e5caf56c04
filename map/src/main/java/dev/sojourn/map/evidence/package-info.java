/// How well each element of a map is supported, computed from checks, evidence and what can be seen
/// at all. Not here: running checks, drawing marks.
@NullMarked
package dev.sojourn.map.evidence;

import org.jspecify.annotations.NullMarked;
