/// How the room answers: one engine for everyone, a bounded number of questions at once, answers
/// kept until the events change.
///
/// Not here: HTTP (`web`), what questions mean (module `kernel`).
@NullMarked
package dev.sojourn.server.insight.internal;

import org.jspecify.annotations.NullMarked;
