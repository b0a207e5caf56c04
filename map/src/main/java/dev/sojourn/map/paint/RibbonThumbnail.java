package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Ribbon;
import dev.sojourn.map.model.JourneyMap;
import java.util.Locale;

/// The ribbon of a map as a small SVG: what tells maps apart in a list. Stateless; the same map
/// gives the same bytes.
public final class RibbonThumbnail {

  /// Its width in pixels.
  public static final int WIDTH = 240;

  /// Its height in pixels.
  public static final int HEIGHT = 64;

  /// It is drawn so many times larger.
  private static final int SCALE = 4;

  private RibbonThumbnail() {}

  /// The SVG text, in UTF-8 when written.
  public static String of(JourneyMap map, Theme theme) {
    Ribbon ribbon = Ribbon.small(map, WIDTH * (double) SCALE, HEIGHT * (double) SCALE);
    StringBuilder svg = new StringBuilder(16 * 1024);
    // A ribbon that needs more is shrunk to fit, never stretched.
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(WIDTH)
        .append("\" height=\"")
        .append(HEIGHT)
        .append("\" viewBox=\"0 0 ")
        .append(Math.round(ribbon.width()))
        .append(' ')
        .append(Math.round(Math.ceil(ribbon.height())))
        .append("\" role=\"img\">\n<title>")
        .append(SvgPainter.escaped(map.title()))
        .append("</title>\n");
    for (Ribbon.Path path : ribbon.paths()) {
      if (path.opacity() > 0) {
        path(svg, path, theme);
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static void path(StringBuilder svg, Ribbon.Path path, Theme theme) {
    String color = theme.color(path.tone());
    svg.append("<path d=\"").append(path.d()).append('"');
    if (path.fill()) {
      svg.append(" fill=\"").append(color).append("\" fill-opacity=\"").append(path.opacity());
    } else {
      svg.append(" fill=\"none\" stroke=\"")
          .append(color)
          .append("\" stroke-width=\"")
          .append(String.format(Locale.ROOT, "%.2f", path.width()))
          .append("\" stroke-opacity=\"")
          .append(path.opacity())
          .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
      if (!path.dash().isEmpty()) {
        svg.append(" stroke-dasharray=\"").append(path.dash()).append('"');
      }
    }
    if (path.fill()) {
      svg.append('"');
    }
    svg.append("/>\n");
  }
}
