/// What a map means to the analyses: the journey it expects, the stages, the claims it makes by
/// being drawn.
///
/// [CompiledMap] is the map as questions; [ImpliedClaims] says in sentences what the drawing
/// claims. Not here: running questions, verdicts.
@NullMarked
package dev.sojourn.map.plan;

import org.jspecify.annotations.NullMarked;
