/// A map set out on paper: measured text, positioned shapes, in tones rather than colors.
///
/// [MapLayout] makes a [Scene] that every painter can paint, [Ribbon] the worn path alone. Widths
/// come from the bundled fonts, so a layout is the same on every machine. Not here: file formats
/// (`paint`), fonts (`font`).
@NullMarked
package dev.sojourn.map.layout;

import org.jspecify.annotations.NullMarked;
