/// How the four questions of Home are answered. Not here: HTTP.
@NullMarked
package dev.sojourn.server.home.internal;

import org.jspecify.annotations.NullMarked;
