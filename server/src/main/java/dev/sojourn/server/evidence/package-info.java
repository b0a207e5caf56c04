/// Evidence: a first map drafted from events, and maps held against events.
///
/// Rooms: `draft` proposes a map, `check` gives every claim of a map its verdict, `score` judges
/// the draft on published journeys with known truth, `internal` keeps checks and runs them again
/// when map or data change. Not here: the map itself (module `map`), keeping it (`atlas`), analyses
/// (module `kernel`).
@NullMarked
package dev.sojourn.server.evidence;

import org.jspecify.annotations.NullMarked;
