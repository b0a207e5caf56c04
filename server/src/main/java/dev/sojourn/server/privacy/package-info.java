/// What the operational store keeps of a person who is erased.
///
/// Start with [KeptTexts]. Not here: events, journeys and files (the store erases those).
@NullMarked
package dev.sojourn.server.privacy;

import org.jspecify.annotations.NullMarked;
