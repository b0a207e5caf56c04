/// Workspaces as people know them: a name for each body of events, opened when it is asked for.
///
/// Not here: the events and journeys themselves (module `store`), members and sign-in.
@NullMarked
package dev.sojourn.server.workspace;

import org.jspecify.annotations.NullMarked;
