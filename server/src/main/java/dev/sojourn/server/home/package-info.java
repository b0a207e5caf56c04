/// Home: what changed, where it hurts, what is due, whether data is flowing. Looks into the other
/// rooms and keeps nothing.
///
/// Not here: what any line is about; each leads to its place.
@NullMarked
package dev.sojourn.server.home;

import org.jspecify.annotations.NullMarked;
