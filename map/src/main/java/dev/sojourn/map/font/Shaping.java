package dev.sojourn.map.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Letters that join, stack or change places, as Arabic and the scripts of India do: Java's own
/// shaping sets them. Where Java has no fonts at all they are set one by one, still readable in
/// order.
final class Shaping {

  private static final float SIZE = 1000;
  private static final Map<FontFile, Optional<Font>> FONTS = new ConcurrentHashMap<>();

  private Shaping() {}

  /// Whether the shape of a letter depends on its neighbors.
  static boolean isNeeded(int point) {
    if (point < 0x0600) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case LATIN,
          GREEK,
          CYRILLIC,
          ARMENIAN,
          GEORGIAN,
          HEBREW,
          HAN,
          HIRAGANA,
          KATAKANA,
          HANGUL,
          BOPOMOFO,
          ETHIOPIC,
          CHEROKEE,
          CANADIAN_ABORIGINAL,
          COMMON,
          UNKNOWN ->
          false;
      default -> true;
    };
  }

  /// The width of a run, in ems.
  static double width(GlyphRun run) {
    return vector(run)
        .map(v -> v.getGlyphPosition(v.getNumGlyphs()).getX() / SIZE)
        .orElseGet(() -> {
          double width = 0;
          for (int letter : run.lettersFromLeft()) {
            width += run.advance(letter);
          }
          return width;
        });
  }

  /// The outline of a run, in ems, its base line at 0; empty when Java cannot shape.
  static Optional<Shape> outline(GlyphRun run) {
    return vector(run)
        .map(v -> {
          AffineTransform toEms = AffineTransform.getScaleInstance(1 / SIZE, 1 / SIZE);
          Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
          path.append(v.getOutline().getPathIterator(toEms), false);
          return path;
        });
  }

  private static Optional<GlyphVector> vector(GlyphRun run) {
    FontFile file = Objects.requireNonNull(run.font());
    char[] text = run.text().toCharArray();
    return FONTS
        .computeIfAbsent(file, Shaping::font)
        .map(font ->
            font.layoutGlyphVector(
                new FontRenderContext(null, true, true),
                text,
                0,
                text.length,
                run.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT));
  }

  private static Optional<Font> font(FontFile file) {
    try (InputStream in = file.open()) {
      return Optional.of(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE));
    } catch (FontFormatException | IOException | RuntimeException | LinkageError e) {
      // A small Java without its font library: the letters are set one by one.
      System.getLogger(Shaping.class.getName())
          .log(System.Logger.Level.WARNING, "{0} is drawn without joined letters: {1}", file, e);
      return Optional.empty();
    }
  }
}
