package dev.sojourn.map.paint;

import dev.sojourn.map.font.GlyphRun;
import dev.sojourn.map.font.Outlines;
import dev.sojourn.map.layout.Tone;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// One part of a page of a PDF. Words are text in embedded fonts; those that no font can set one
/// letter at a time are drawn, with the words behind them for whoever searches or copies.
final class PdfCanvas implements Canvas {

  private final PDPageContentStream content;
  private final PdfFonts fonts;
  private final Theme theme;
  private final Outlines outlines;
  private final Optional<PDColor> feeling;
  private double opacity = 1;

  /// @param feeling the color that follows the height, where the scene has one
  PdfCanvas(
      PDPageContentStream content,
      PdfFonts fonts,
      Theme theme,
      Outlines outlines,
      Optional<PDColor> feeling) {
    this.content = content;
    this.fonts = fonts;
    this.theme = theme;
    this.outlines = outlines;
    this.feeling = feeling;
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    try {
      fillColor(ink);
      path(shape, new AffineTransform());
      content.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stroke(Shape path, double width, float[] dash, Ink ink) {
    try {
      strokeColor(ink);
      content.setLineWidth((float) width);
      content.setLineDashPattern(dash, 0);
      path(path, new AffineTransform());
      content.stroke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void text(GlyphRun run, double x, double y, double size, Ink ink) {
    try {
      fillColor(ink);
      PDFont font = run.font() == null ? null : fonts.of(run.font()).orElse(null);
      if (font != null && !run.shaped()) {
        show(font, letters(run), x, y, size, 1);
        return;
      }
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.scale(size, size);
      path(outlines.of(run), place);
      content.fill();
      if (font != null && run.rightToLeft()) {
        // Readers turn what stands from right to left by themselves.
        unseen(font, letters(run), run, x, y, size);
      } else {
        beginSaid(run.text());
        unseen(fonts.any(), " ", run, x, y, size);
        content.endMarkedContent();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says what the following shows (ISO 32000-2, 14.9.4). It stands in the content itself: some
  /// readers look nowhere else.
  @SuppressWarnings("deprecation") // PDFBox has no other way to write it there
  private void beginSaid(String text) throws IOException {
    StringBuilder hex = new StringBuilder("/Span <</ActualText <FEFF");
    for (byte b : text.strip().getBytes(StandardCharsets.UTF_16BE)) {
      hex.append(String.format(Locale.ROOT, "%02X", b));
    }
    content.appendRawCommands(hex.append(">>> BDC\n").toString());
  }

  private static String letters(GlyphRun run) {
    int[] letters = run.lettersFromLeft();
    return new String(letters, 0, letters.length);
  }

  /// Words as wide as what is drawn, for whoever searches or copies.
  private void unseen(PDFont font, String words, GlyphRun run, double x, double y, double size)
      throws IOException {
    double width = font.getStringWidth(words) / 1000 * size;
    if (run.width() > 0 && width > 0) {
      content.saveGraphicsState();
      content.setRenderingMode(RenderingMode.NEITHER);
      show(font, words, x, y, size, run.width() * size / width);
      content.restoreGraphicsState();
    }
  }

  private void show(PDFont font, String text, double x, double y, double size, double stretch)
      throws IOException {
    if (text.isEmpty()) {
      return;
    }
    content.beginText();
    content.setFont(font, (float) size);
    content.setTextMatrix(new Matrix((float) stretch, 0, 0, -1, (float) x, (float) y));
    content.showText(text);
    content.endText();
  }

  private void fillColor(Ink ink) throws IOException {
    opacity(ink.opacity());
    if (ink.feeling() && feeling.isPresent()) {
      content.setNonStrokingColor(feeling.get());
    } else {
      float[] rgb = rgb(theme, ink.tone());
      content.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    }
  }

  private void strokeColor(Ink ink) throws IOException {
    opacity(ink.opacity());
    if (ink.feeling() && feeling.isPresent()) {
      content.setStrokingColor(feeling.get());
    } else {
      float[] rgb = rgb(theme, ink.tone());
      content.setStrokingColor(rgb[0], rgb[1], rgb[2]);
    }
  }

  private void opacity(double wanted) throws IOException {
    if (wanted != opacity) {
      PDExtendedGraphicsState state = new PDExtendedGraphicsState();
      state.setNonStrokingAlphaConstant((float) wanted);
      state.setStrokingAlphaConstant((float) wanted);
      content.setGraphicsStateParameters(state);
      opacity = wanted;
    }
  }

  private void path(Shape shape, AffineTransform place) throws IOException {
    // PDF has cubic curves only.
    PathIterator path = new Path2D.Double(shape).getPathIterator(place);
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> content.moveTo((float) p[0], (float) p[1]);
        case PathIterator.SEG_LINETO -> content.lineTo((float) p[0], (float) p[1]);
        case PathIterator.SEG_QUADTO -> {
          curve(
              x + (p[0] - x) * 2 / 3,
              y + (p[1] - y) * 2 / 3,
              p[2] + (p[0] - p[2]) * 2 / 3,
              p[3] + (p[1] - p[3]) * 2 / 3,
              p[2],
              p[3]);
          p[0] = p[2];
          p[1] = p[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          curve(p[0], p[1], p[2], p[3], p[4], p[5]);
          p[0] = p[4];
          p[1] = p[5];
        }
        default -> content.closePath();
      }
      x = p[0];
      y = p[1];
    }
  }

  private void curve(double x1, double y1, double x2, double y2, double x, double y)
      throws IOException {
    content.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
  }

  /// A tone in red, green and blue.
  static float[] rgb(Theme theme, Tone tone) {
    int color = Integer.parseInt(theme.color(tone).substring(1), 16);
    return new float[] {
      (color >> 16 & 0xFF) / 255f, (color >> 8 & 0xFF) / 255f, (color & 0xFF) / 255f
    };
  }
}
