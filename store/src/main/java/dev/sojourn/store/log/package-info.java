/// The event log: the truth of a workspace, append-only files that survive a kill at any instant.
///
/// Start with [EventLog]: it takes events in bulk ([Import]) or one request at a time, and
/// decisions about identity ([Fact]). A [LogSnapshot] shows everything stored up to a sequence
/// number, as sealed [Segment]s and the hot events after them; an [EventCursor] reads the columns
/// that a [Projection] names. The files are described in `docs/reference/file-formats.md`.
///
/// Not here: readers of foreign files (`files`), the order of events within a journey (`journeys`),
/// who may see what.
@NullMarked
package dev.sojourn.store.log;

import org.jspecify.annotations.NullMarked;
