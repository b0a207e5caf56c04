/// The fonts that maps are measured and painted with: bundled files, what stands in for a letter
/// that they lack, and lines of text cut into runs of one font and direction.
///
/// Nothing here asks the system for a font. Not here: where text stands (`layout`), file formats
/// (`paint`).
@NullMarked
package dev.sojourn.map.font;

import org.jspecify.annotations.NullMarked;
