package dev.sojourn.map.paint;

import dev.sojourn.map.font.GlyphRun;
import java.awt.Shape;

/// Something to paint on, in pixels from the upper left of the scene.
interface Canvas {

  void fill(Shape shape, Ink ink);

  /// Strokes a path, with round ends and joins.
  ///
  /// @param dash lengths of dashes and gaps; empty for a solid line
  void stroke(Shape path, double width, float[] dash, Ink ink);

  /// Sets words.
  ///
  /// @param x where they begin
  /// @param y their base line
  void text(GlyphRun run, double x, double y, double size, Ink ink);
}
