package dev.sojourn.map.paint;

import dev.sojourn.map.font.GlyphRun;
import dev.sojourn.map.font.Outlines;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.layout.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Paints a scene as PNG, twice as fine as a screen. It is painted in bands, so that a map of any
/// length takes the same memory. The same scene gives the same bytes. Stateless.
public final class PngPainter {

  private static final double SCALE = 2;

  /// Longer sides than this are refused by viewers; such a map is painted less fine.
  private static final double LONGEST = 30_000;

  private static final int BAND_PIXELS = 4 << 20;

  private PngPainter() {}

  /// Writes the picture; does not close the stream.
  public static void paint(Scene scene, Theme theme, OutputStream out) throws IOException {
    double scale = Math.min(SCALE, LONGEST / Math.max(1, Math.max(scene.width(), scene.height())));
    int width = (int) Math.max(1, Math.ceil(scene.width() * scale));
    int height = (int) Math.max(1, Math.ceil(scene.height() * scale));
    int rows = Math.clamp(BAND_PIXELS / width, 1, height);
    Outlines outlines = new Outlines();
    List<Figures.Figure> figures = Figures.of(scene, outlines);
    BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
    try (PngWriter png = new PngWriter(out, width, height, 96 * scale, scene.title())) {
      for (int top = 0; top < height; top += rows) {
        Graphics2D graphics = band.createGraphics();
        graphics.setColor(color(theme, Tone.PAPER, 1));
        graphics.fillRect(0, 0, width, rows);
        graphics.translate(0, -top);
        graphics.scale(scale, scale);
        graphics.setRenderingHint(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        OnGraphics canvas = new OnGraphics(graphics, theme, scene, outlines);
        Rectangle2D here =
            new Rectangle2D.Double(0, top / scale - 1, scene.width(), rows / scale + 2);
        for (Figures.Figure figure : figures) {
          // Lines have no area, so this is not Rectangle2D.intersects.
          if (figure.bounds().getMaxY() >= here.getMinY()
              && figure.bounds().getMinY() <= here.getMaxY()) {
            figure.painting().accept(canvas);
          }
        }
        graphics.dispose();
        png.rows(pixels, Math.min(rows, height - top));
      }
    }
  }

  private static Color color(Theme theme, Tone tone, double opacity) {
    Color color = Color.decode(theme.color(tone));
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * 255));
  }

  private record OnGraphics(Graphics2D graphics, Theme theme, Scene scene, Outlines outlines)
      implements Canvas {

    @Override
    public void fill(Shape shape, Ink ink) {
      graphics.setPaint(paint(ink));
      graphics.fill(shape);
    }

    @Override
    public void stroke(Shape path, double width, float[] dash, Ink ink) {
      graphics.setPaint(paint(ink));
      graphics.setStroke(
          dash.length == 0
              ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
              : new BasicStroke(
                  (float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, dash, 0));
      graphics.draw(path);
    }

    @Override
    public void text(GlyphRun run, double x, double y, double size, Ink ink) {
      AffineTransform before = graphics.getTransform();
      graphics.translate(x, y);
      graphics.scale(size, size);
      graphics.setPaint(paint(ink));
      graphics.fill(outlines.of(run));
      graphics.setTransform(before);
    }

    private Paint paint(Ink ink) {
      if (!ink.feeling()) {
        return color(theme, ink.tone(), ink.opacity());
      }
      Scene.FeelingScale scale = scene.feelingScale().orElseThrow();
      float[] offsets = new float[FeelingStops.ALL.size()];
      Color[] colors = new Color[offsets.length];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = (float) FeelingStops.ALL.get(i).offset();
        colors[i] = color(theme, FeelingStops.ALL.get(i).tone(), ink.opacity());
      }
      return new LinearGradientPaint(
          0, (float) scale.top(), 0, (float) scale.bottom(), offsets, colors);
    }
  }
}
