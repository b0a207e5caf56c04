/// How the platform does it. Not here: what rooms may call, which is one package up.
@NullMarked
package dev.sojourn.server.platform.internal;

import org.jspecify.annotations.NullMarked;
