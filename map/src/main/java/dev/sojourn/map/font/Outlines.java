package dev.sojourn.map.font;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// The outlines of runs of text, in ems, the base line at 0. Keeps the letters that were asked for.
/// For one thread.
public final class Outlines {

  private final Map<FontFile, TrueTypeFont> fonts = new HashMap<>();
  private final Map<FontFile, Map<Integer, Path2D>> letters = new HashMap<>();

  /// The outline of a run that begins at 0.
  public Shape of(GlyphRun run) {
    if (run.shaped()) {
      Shape shaped = Shaping.outline(run).orElse(null);
      if (shaped != null) {
        return shaped;
      }
    }
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    for (int letter : run.lettersFromLeft()) {
      double advance = run.advance(letter);
      if (run.font() != null) {
        path.append(
            letter(run.font(), letter).getPathIterator(AffineTransform.getTranslateInstance(x, 0)),
            false);
      } else if (advance > 0) {
        box(path, x, advance);
      }
      x += advance;
    }
    return path;
  }

  /// The box that stands for a letter which no font has.
  private static void box(Path2D path, double x, double advance) {
    double pen = 0.06;
    double height = 0.78;
    double left = x + 0.08;
    double width = advance - 0.16;
    path.append(new RoundRectangle2D.Double(left, -height + 0.04, width, height, 0.1, 0.1), false);
    // Wound the other way, so that the inside stays empty.
    double top = -height + 0.04 + pen;
    double bottom = 0.04 - pen;
    path.moveTo(left + pen, top);
    path.lineTo(left + width - pen, top);
    path.lineTo(left + width - pen, bottom);
    path.lineTo(left + pen, bottom);
    path.closePath();
  }

  private Path2D letter(FontFile file, int letter) {
    return letters
        .computeIfAbsent(file, f -> new HashMap<>())
        .computeIfAbsent(letter, c -> read(file, file.glyph(c)));
  }

  private Path2D read(FontFile file, int glyph) {
    try {
      TrueTypeFont font = fonts.get(file);
      if (font == null) {
        font = parse(file);
        fonts.put(file, font);
      }
      @Nullable Shape shape =
          font instanceof OpenTypeFont open && open.isPostScript()
              ? open.getCFF().getFont().getType2CharString(glyph).getPath()
              : font.getGlyph().getGlyph(glyph) == null
                  ? null
                  : font.getGlyph().getGlyph(glyph).getPath();
      double scale = 1.0 / font.getUnitsPerEm();
      Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
      if (shape != null) {
        path.append(shape.getPathIterator(AffineTransform.getScaleInstance(scale, -scale)), false);
      }
      return path;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the font " + file + " is damaged", e);
    }
  }

  private static TrueTypeFont parse(FontFile file) throws IOException {
    byte[] bytes;
    try (var in = file.open()) {
      bytes = in.readAllBytes();
    }
    if (bytes[0] == 't') {
      TrueTypeFont[] first = new TrueTypeFont[1];
      new TrueTypeCollection(new java.io.ByteArrayInputStream(bytes))
          .processAllFonts(f -> first[0] = first[0] == null ? f : first[0]);
      return first[0];
    }
    return bytes[0] == 'O'
        ? new OTFParser().parse(new RandomAccessReadBuffer(bytes))
        : new TTFParser().parse(new RandomAccessReadBuffer(bytes));
  }
}
