/// Times as they stand in files, read into microseconds since the epoch.
///
/// Start with [TimeReader]. Which texts are times is said in `docs/concepts/semantics-import.md`.
/// Not here: which column holds the time (`files`), the tick of a snapshot (`kernel`).
@NullMarked
package dev.sojourn.store.files.time;

import org.jspecify.annotations.NullMarked;
