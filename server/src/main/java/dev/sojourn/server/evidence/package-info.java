/// Evidence: a first map drafted from events, and maps held against events.
///
/// Rooms: `draft` proposes a map, `check` gives every claim of a map its verdict, `score` judges
/// the draft on published journeys with known truth. Not here: the map itself (module `map`),
/// analyses (module `kernel`), reading options and writing JSON.
@NullMarked
package dev.sojourn.server.evidence;

import org.jspecify.annotations.NullMarked;
