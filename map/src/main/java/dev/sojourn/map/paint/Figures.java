package dev.sojourn.map.paint;

import dev.sojourn.map.font.GlyphRun;
import dev.sojourn.map.font.Outlines;
import dev.sojourn.map.font.TextLine;
import dev.sojourn.map.layout.ChannelTones;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.layout.Tone;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The items of a scene as shapes, ready for a [Canvas], each with the area that it touches. For
/// one thread.
final class Figures {

  /// Paper around words that stand on lines.
  private static final double HALO = 4;

  private static final float[] SOLID = {};

  private final Outlines outlines;
  private final List<Figure> figures = new ArrayList<>();

  private Figures(Outlines outlines) {
    this.outlines = outlines;
  }

  /// One shape or line of words.
  record Figure(Rectangle2D bounds, Consumer<Canvas> painting) {}

  /// The figures of a scene, in the order in which they are painted.
  static List<Figure> of(Scene scene, Outlines outlines) {
    Figures figures = new Figures(outlines);
    scene.items().forEach(figures::item);
    return figures.figures;
  }

  private void item(Scene.Item item) {
    switch (item) {
      case Scene.Box box -> box(box);
      case Scene.Disc disc -> {
        double r = disc.radius();
        Shape circle = new Ellipse2D.Double(disc.x() - r, disc.y() - r, 2 * r, 2 * r);
        fill(circle, Ink.of(disc.fill()));
        if (disc.stroke() != null) {
          stroke(circle, disc.strokeWidth(), SOLID, Ink.of(disc.stroke()));
        }
      }
      case Scene.Line line ->
          stroke(
              SvgPath.of(line.path()),
              line.width(),
              dash(line.dash(), 1),
              new Ink(line.tone(), line.opacity(), line.feeling()));
      case Scene.Area area ->
          fill(SvgPath.of(area.path()), new Ink(area.tone(), area.opacity(), area.feeling()));
      case Scene.Text text -> text(text);
      case Scene.Mark mark -> mark(mark);
      case Scene.Icon icon -> {
        double scale = icon.size() / 24;
        AffineTransform place = AffineTransform.getTranslateInstance(icon.x(), icon.y());
        place.scale(scale, scale);
        stroke(
            SvgPath.of(Glyphs.of(icon.channel())).createTransformedShape(place),
            1.8 * scale,
            SOLID,
            new Ink(ChannelTones.of(icon.channel()), icon.faded() ? 0.6 : 1, false));
      }
      case Scene.FeelingScale scale -> {
        // A canvas knows the scale from the scene.
      }
    }
  }

  private void box(Scene.Box box) {
    double width = Math.max(0, box.width());
    double height = Math.max(0, box.height());
    Shape shape =
        box.radius() > 0
            ? new RoundRectangle2D.Double(
                box.x(), box.y(), width, height, 2 * box.radius(), 2 * box.radius())
            : new Rectangle2D.Double(box.x(), box.y(), width, height);
    if (width > 0 && height > 0) {
      fill(shape, new Ink(box.fill(), box.opacity(), false));
    }
    if (box.stroke() != null) {
      stroke(shape, box.strokeWidth(), SOLID, Ink.of(box.stroke()));
    }
  }

  private void mark(Scene.Mark mark) {
    double scale = mark.size() / 16;
    AffineTransform place = AffineTransform.getTranslateInstance(mark.x(), mark.y());
    place.scale(scale, scale);
    for (MarkGlyphs.Part part : MarkGlyphs.of(mark.level())) {
      Shape shape = SvgPath.of(part.d()).createTransformedShape(place);
      if (part.fill() != null) {
        fill(shape, Ink.of(part.fill()));
      }
      if (part.stroke() != null) {
        stroke(shape, part.width() * scale, dash(part.dash(), scale), Ink.of(part.stroke()));
      }
    }
  }

  private void text(Scene.Text text) {
    double x = text.left();
    List<Consumer<Canvas>> words = new ArrayList<>();
    for (Scene.Span span : text.spans()) {
      TextLine line = span.face().line(span.text());
      Ink ink = Ink.of(span.tone());
      double size = span.size();
      for (GlyphRun run : line.runs()) {
        double at = x + run.x() * size;
        if (text.halo()) {
          AffineTransform place = AffineTransform.getTranslateInstance(at, text.y());
          place.scale(size, size);
          Path2D around = new Path2D.Double(Path2D.WIND_NON_ZERO);
          around.append(outlines.of(run).getPathIterator(place), false);
          stroke(around, HALO, SOLID, Ink.of(Tone.PAPER));
        }
        words.add(canvas -> canvas.text(run, at, text.y(), size, ink));
      }
      x += line.width() * size;
    }
    double size = text.spans().stream().mapToDouble(Scene.Span::size).max().orElse(0);
    Rectangle2D bounds =
        new Rectangle2D.Double(text.left(), text.y() - 1.1 * size, x - text.left(), 1.5 * size);
    figures.add(new Figure(bounds, canvas -> words.forEach(w -> w.accept(canvas))));
  }

  private void fill(Shape shape, Ink ink) {
    figures.add(new Figure(shape.getBounds2D(), canvas -> canvas.fill(shape, ink)));
  }

  private void stroke(Shape path, double width, float[] dash, Ink ink) {
    Rectangle2D inner = path.getBounds2D();
    Rectangle2D bounds =
        new Rectangle2D.Double(
            inner.getX() - width,
            inner.getY() - width,
            inner.getWidth() + 2 * width,
            inner.getHeight() + 2 * width);
    figures.add(new Figure(bounds, canvas -> canvas.stroke(path, width, dash, ink)));
  }

  private static float[] dash(String dash, double scale) {
    if (dash.isEmpty()) {
      return SOLID;
    }
    double[] lengths =
        Arrays.stream(dash.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    float[] scaled = new float[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      scaled[i] = (float) (lengths[i] * scale);
    }
    return scaled;
  }
}
