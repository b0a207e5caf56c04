/// The analyses: [Engine] takes a spec and a snapshot and gives a result; `Planner` binds names
/// once; each analysis is one fold.
///
/// What each question means is defined in `docs/concepts`. Not here: JSON, files, the machinery of
/// rounds (`fold`), alignment (`align`).
@NullMarked
package dev.sojourn.kernel.analysis;

import org.jspecify.annotations.NullMarked;
