package dev.sojourn.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.EvidenceLevel;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class SvgPathTest {

  private static void bounds(String d, double x, double y, double width, double height) {
    Rectangle2D box = SvgPath.of(d).getBounds2D();
    assertEquals(x, box.getX(), 0.01, d);
    assertEquals(y, box.getY(), 0.01, d);
    assertEquals(width, box.getWidth(), 0.01, d);
    assertEquals(height, box.getHeight(), 0.01, d);
  }

  @Test
  void linesAndCurvesEndWhereTheyShould() {
    bounds("M1 2H5V6h-4z", 1, 2, 4, 4);
    bounds("M0 0l2,3-1-1.5.5.5", 0, 0, 2, 3);
    bounds("m1 1 2 2", 1, 1, 2, 2);
    assertEquals(
        SvgPath.of("M0 0C0 1 1 2 2 2C3 2 4 3 4 4").getCurrentPoint(),
        SvgPath.of("M0 0c0 1 1 2 2 2s2 1 2 2").getCurrentPoint());
    bounds("M0 0q1 2 2 0t2 0", 0, -1, 4, 2);
  }

  @Test
  void arcsAreThoseOfAnEllipse() {
    bounds("M-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z", -2, -2, 4, 4);
    bounds("M0 0A3 2 0 0 1 6 0", 0, -2, 6, 2);
    bounds("M0 0A3 2 0 0 0 6 0", 0, 0, 6, 2);
    // Radii that are too small grow until they reach.
    bounds("M0 0A1 1 0 0 1 6 0", 0, -3, 6, 3);
    // A quarter turned by a right angle.
    bounds("M0 0A2 3 90 0 1 3 2", 0, 0, 3, 2);
  }

  @Test
  void everyGlyphOfOursIsReadAndStaysOnItsGrid() {
    for (ChannelKind channel : ChannelKind.values()) {
      Rectangle2D box = SvgPath.of(Glyphs.of(channel)).getBounds2D();
      assertTrue(
          box.getX() >= 0 && box.getMaxX() <= 24 && box.getY() >= 0 && box.getMaxY() <= 24,
          () -> channel + " " + box);
    }
    for (EvidenceLevel level : EvidenceLevel.values()) {
      for (MarkGlyphs.Part part : MarkGlyphs.of(level)) {
        Rectangle2D box = SvgPath.of(part.d()).getBounds2D();
        assertTrue(
            box.getX() >= 0 && box.getMaxX() <= 16 && box.getMaxY() <= 16, () -> level + " " + box);
      }
    }
  }

  @Test
  void whatIsNoPathIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SvgPath.of("M0 0X1 1"));
    assertThrows(IllegalArgumentException.class, () -> SvgPath.of("M0 0L1"));
  }
}
