/// How workspaces are kept. Not here: what rooms may call, which is one package up.
@NullMarked
package dev.sojourn.server.workspace.internal;

import org.jspecify.annotations.NullMarked;
