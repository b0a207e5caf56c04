/// An installation: one directory with workspaces, each a log of events and the journeys derived
/// from it.
///
/// Start with [Installation], which holds the directory for one process, and [Workspace], which
/// takes files in, shows journeys, exports, erases and checks. Not here: what a question means (the
/// kernel), JSON of results and the words for people (the server).
@NullMarked
package dev.sojourn.store;

import org.jspecify.annotations.NullMarked;
