/// Checks as they are kept, run again by themselves, and laid over maps. Not here: how a claim is
/// judged (`check`), how a draft is made (`draft`), HTTP.
@NullMarked
package dev.sojourn.server.evidence.internal;

import org.jspecify.annotations.NullMarked;
