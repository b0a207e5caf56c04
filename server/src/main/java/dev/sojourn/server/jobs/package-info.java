/// Long work: its state, progress, cancel and resume. A job goes on when the page is closed.
///
/// [Jobs] starts work of a kind; the room that knows the kind registers a [JobHandler]. Not here:
/// what any job does.
@NullMarked
package dev.sojourn.server.jobs;

import org.jspecify.annotations.NullMarked;
