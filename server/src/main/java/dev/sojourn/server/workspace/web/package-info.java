/// Workspaces over HTTP. Not here: what is in them.
@NullMarked
package dev.sojourn.server.workspace.web;

import org.jspecify.annotations.NullMarked;
