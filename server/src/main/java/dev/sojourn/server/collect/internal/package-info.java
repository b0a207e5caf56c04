/// How sources and uploads are kept and imports are run. Not here: what rooms may call, which is
/// one package up.
@NullMarked
package dev.sojourn.server.collect.internal;

import org.jspecify.annotations.NullMarked;
