/// How jobs are kept and run. Not here: what rooms may call, which is one package up.
@NullMarked
package dev.sojourn.server.jobs.internal;

import org.jspecify.annotations.NullMarked;
