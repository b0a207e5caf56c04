/// The made-up customers of Harbour Coffee: who they are, how they live through half a year, and
/// the file of events that their lives leave behind.
///
/// Start at [HarbourEvents]. What is planted in them is written in
/// `docs/concepts/harbour-coffee.md`. Not here: the map that is drawn of them, loading.
@NullMarked
package dev.sojourn.server.demo.harbour;

import org.jspecify.annotations.NullMarked;
