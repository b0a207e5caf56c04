/// Painters of a laid-out map.
///
/// [SvgPainter] writes one self-contained SVG. Not here: where things stand (`layout`).
@NullMarked
package dev.sojourn.map.paint;

import org.jspecify.annotations.NullMarked;
