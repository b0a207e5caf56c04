/// Seeded random journeys and specs, and what to do with a case that fails: name its seed, shrink
/// it, write it down.
///
/// Start with [RandomCases]. Not here: how answers are compared (`contract`), benchmark data (the
/// `bench` module).
@NullMarked
package dev.sojourn.testkit.random;

import org.jspecify.annotations.NullMarked;
