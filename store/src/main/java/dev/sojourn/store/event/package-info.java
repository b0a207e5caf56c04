/// Events in bulk, as columns: what readers of files fill, the log keeps and the journey store
/// reads.
///
/// Start with [EventBatch]. Not here: file formats (`files`), durability (`log`), order
/// (`journeys`).
@NullMarked
package dev.sojourn.store.event;

import org.jspecify.annotations.NullMarked;
