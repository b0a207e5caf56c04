/// Painters of a laid-out map.
///
/// [SvgPainter] writes one self-contained SVG, [PngPainter] and [PdfPainter] put the same shapes on
/// a canvas, [RibbonThumbnail] draws the ribbon alone. Not here: where things stand (`layout`),
/// fonts (`font`).
@NullMarked
package dev.sojourn.map.paint;

import org.jspecify.annotations.NullMarked;
