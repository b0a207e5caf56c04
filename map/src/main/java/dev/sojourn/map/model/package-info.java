/// The journey map as immutable records: what people drew, what they claim, what was found.
///
/// [JourneyMap] is the document. Evidence levels are computed (`dev.sojourn.map.evidence`), never
/// stored. Not here: JSON (`json`), meaning for analyses (`plan`), drawing (`layout`, `paint`).
@NullMarked
package dev.sojourn.map.model;

import org.jspecify.annotations.NullMarked;
