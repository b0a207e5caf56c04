/// Tables of maps and personas, and the order in which changes are applied. Not here: HTTP.
@NullMarked
package dev.sojourn.server.atlas.internal;

import org.jspecify.annotations.NullMarked;
