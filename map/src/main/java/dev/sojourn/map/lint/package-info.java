/// Rules of the craft: what a map lacks to be complete and checkable.
///
/// [MapLint] finds, each [Finding] names its remedy. Not here: broken documents (`json` refuses
/// them), verdicts on claims.
@NullMarked
package dev.sojourn.map.lint;

import org.jspecify.annotations.NullMarked;
