/// Two workspaces to look around in: a real sample shop with a map drafted from its events, and a
/// chain of coffee shops that does not exist, with a map drawn by hand.
///
/// Start at [DemoWorkspace]. Not here: storing maps, jobs, anything that knows a screen.
@NullMarked
package dev.sojourn.server.demo;

import org.jspecify.annotations.NullMarked;
