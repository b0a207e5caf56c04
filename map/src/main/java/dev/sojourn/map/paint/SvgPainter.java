package dev.sojourn.map.paint;

import dev.sojourn.map.layout.ChannelTones;
import dev.sojourn.map.layout.Face;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.layout.Tone;
import dev.sojourn.map.model.EvidenceLevel;
import java.text.Bidi;
import java.util.Locale;

/// Paints a scene as one SVG document that needs nothing from outside. Text stays text. The same
/// scene gives the same bytes. For one thread, for one scene.
public final class SvgPainter {

  private static final String SANS = "Inter, system-ui, 'Segoe UI', Roboto, Arial, sans-serif";
  private static final String SERIF = "Newsreader, Georgia, 'Times New Roman', serif";

  private final Theme theme;
  private final StringBuilder out = new StringBuilder(64 * 1024);

  private SvgPainter(Theme theme) {
    this.theme = theme;
  }

  /// The scene as SVG text, in UTF-8 when written. It names its fonts.
  public static String paint(Scene scene, Theme theme) {
    SvgPainter painter = new SvgPainter(theme);
    painter.document(scene, "");
    return painter.out.toString();
  }

  /// The same with the letters of its fonts inside, for a file that goes elsewhere.
  public static String paintWithFonts(Scene scene, Theme theme) {
    SvgPainter painter = new SvgPainter(theme);
    painter.document(scene, SvgFonts.style(scene));
    return painter.out.toString();
  }

  private void document(Scene scene, String style) {
    String size = n(scene.width()) + "\" height=\"" + n(scene.height());
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(size)
        .append("\" viewBox=\"0 0 ")
        .append(n(scene.width()))
        .append(' ')
        .append(n(scene.height()))
        .append("\" role=\"img\" font-family=\"")
        .append(SANS)
        .append("\" style=\"font-variant-numeric:tabular-nums\">\n<title>")
        .append(escaped(scene.title()))
        .append("</title>\n<desc>")
        .append(escaped(scene.description()))
        .append("</desc>\n<defs>")
        .append(style);
    scene.feelingScale().ifPresent(this::feeling);
    for (EvidenceLevel level : EvidenceLevel.values()) {
      out.append("<symbol id=\"mark-")
          .append(word(level))
          .append("\" viewBox=\"-1 -1 18 18\">")
          .append(mark(level))
          .append("</symbol>\n");
    }
    out.append("</defs>\n<rect width=\"")
        .append(size)
        .append("\" fill=\"")
        .append(theme.color(Tone.PAPER))
        .append("\"/>\n");
    scene.items().forEach(this::item);
    out.append("</svg>\n");
  }

  private void feeling(Scene.FeelingScale scale) {
    out.append(
            "<linearGradient id=\"feeling\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\" y1=\"")
        .append(n(scale.top()))
        .append("\" y2=\"")
        .append(n(scale.bottom()))
        .append("\">");
    FeelingStops.ALL.forEach(this::stop);
    out.append("</linearGradient>\n");
  }

  private void stop(FeelingStops.Stop stop) {
    out.append("<stop offset=\"")
        .append(n(stop.offset()))
        .append("\" stop-color=\"")
        .append(theme.color(stop.tone()))
        .append("\"/>");
  }

  private String mark(EvidenceLevel level) {
    StringBuilder mark = new StringBuilder();
    for (MarkGlyphs.Part part : MarkGlyphs.of(level)) {
      mark.append("<path d=\"")
          .append(part.d())
          .append("\" fill=\"")
          .append(part.fill() == null ? "none" : theme.color(part.fill()));
      if (part.stroke() != null) {
        mark.append("\" stroke=\"")
            .append(theme.color(part.stroke()))
            .append("\" stroke-width=\"")
            .append(n(part.width()))
            .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round");
      }
      if (!part.dash().isEmpty()) {
        mark.append("\" stroke-dasharray=\"").append(part.dash());
      }
      mark.append("\"/>");
    }
    return mark.toString();
  }

  private void item(Scene.Item item) {
    switch (item) {
      case Scene.Box box -> box(box);
      case Scene.Disc disc -> disc(disc);
      case Scene.Line line -> line(line);
      case Scene.Area area -> {
        out.append("<path d=\"").append(area.path()).append("\" fill=\"");
        out.append(area.feeling() ? "url(#feeling)" : theme.color(area.tone()));
        out.append("\" fill-opacity=\"").append(n(area.opacity())).append("\"/>\n");
      }
      case Scene.Text text -> text(text);
      case Scene.Mark mark ->
          out.append("<use href=\"#mark-")
              .append(word(mark.level()))
              .append("\" x=\"")
              .append(n(mark.x() - mark.size() / 16))
              .append("\" y=\"")
              .append(n(mark.y() - mark.size() / 16))
              .append("\" width=\"")
              .append(n(mark.size() * 18 / 16))
              .append("\" height=\"")
              .append(n(mark.size() * 18 / 16))
              .append("\"/>\n");
      case Scene.Icon icon -> icon(icon);
      case Scene.FeelingScale scale -> {
        // Painted as a gradient among the definitions.
      }
    }
  }

  private void box(Scene.Box box) {
    out.append("<rect x=\"")
        .append(n(box.x()))
        .append("\" y=\"")
        .append(n(box.y()))
        .append("\" width=\"")
        .append(n(Math.max(0, box.width())))
        .append("\" height=\"")
        .append(n(Math.max(0, box.height())))
        .append('"');
    if (box.radius() > 0) {
      out.append(" rx=\"").append(n(box.radius())).append('"');
    }
    out.append(" fill=\"").append(theme.color(box.fill())).append('"');
    if (box.opacity() < 1) {
      out.append(" fill-opacity=\"").append(n(box.opacity())).append('"');
    }
    if (box.stroke() != null) {
      out.append(" stroke=\"")
          .append(theme.color(box.stroke()))
          .append("\" stroke-width=\"")
          .append(n(box.strokeWidth()))
          .append('"');
    }
    out.append("/>\n");
  }

  private void disc(Scene.Disc disc) {
    out.append("<circle cx=\"")
        .append(n(disc.x()))
        .append("\" cy=\"")
        .append(n(disc.y()))
        .append("\" r=\"")
        .append(n(disc.radius()))
        .append("\" fill=\"")
        .append(theme.color(disc.fill()))
        .append('"');
    if (disc.stroke() != null) {
      out.append(" stroke=\"")
          .append(theme.color(disc.stroke()))
          .append("\" stroke-width=\"")
          .append(n(disc.strokeWidth()))
          .append('"');
    }
    out.append("/>\n");
  }

  private void line(Scene.Line line) {
    out.append("<path d=\"")
        .append(line.path())
        .append("\" fill=\"none\" stroke=\"")
        .append(line.feeling() ? "url(#feeling)" : theme.color(line.tone()))
        .append("\" stroke-width=\"")
        .append(n(line.width()))
        .append('"');
    if (line.opacity() < 1) {
      out.append(" stroke-opacity=\"").append(n(line.opacity())).append('"');
    }
    if (!line.dash().isEmpty()) {
      out.append(" stroke-dasharray=\"").append(line.dash()).append('"');
    }
    out.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
  }

  private void text(Scene.Text text) {
    out.append("<text x=\"").append(n(text.x())).append("\" y=\"").append(n(text.y())).append('"');
    switch (text.anchor()) {
      case START -> {
        // The default.
      }
      case MIDDLE -> out.append(" text-anchor=\"middle\"");
      case END -> out.append(" text-anchor=\"end\"");
    }
    if (text.halo()) {
      out.append(" stroke=\"")
          .append(theme.color(Tone.PAPER))
          .append("\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    // A viewer without our fonts takes wider ones; the width that was laid out keeps them in place.
    if (text.width() > 0) {
      out.append(" textLength=\"")
          .append(n(text.width()))
          .append("\" lengthAdjust=\"spacingAndGlyphs\"");
    }
    out.append(" xml:space=\"preserve\">");
    for (Scene.Span span : text.spans()) {
      out.append("<tspan")
          .append(cut(span.face()))
          .append(" font-size=\"")
          .append(n(span.size()))
          .append("\" fill=\"")
          .append(theme.color(span.tone()))
          .append(runsLeft(span.text()) ? "\" style=\"unicode-bidi:plaintext\">" : "\">")
          .append(escaped(span.text()))
          .append("</tspan>");
    }
    out.append("</text>\n");
  }

  /// Whether a text has letters that run to the left; it then decides its direction itself, as it
  /// does where it is measured.
  private static boolean runsLeft(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  private static String cut(Face face) {
    return switch (face) {
      case SANS -> "";
      case SANS_BOLD -> " font-weight=\"600\"";
      case SERIF -> " font-family=\"" + SERIF + "\"";
      case SERIF_BOLD -> " font-family=\"" + SERIF + "\" font-weight=\"600\"";
      case SERIF_ITALIC -> " font-family=\"" + SERIF + "\" font-style=\"italic\"";
    };
  }

  private void icon(Scene.Icon icon) {
    double scale = icon.size() / 24;
    out.append("<path transform=\"translate(")
        .append(n(icon.x()))
        .append(' ')
        .append(n(icon.y()))
        .append(") scale(")
        .append(String.format(Locale.ROOT, "%.4f", scale))
        .append(")\" d=\"")
        .append(Glyphs.of(icon.channel()))
        .append("\" fill=\"none\" stroke=\"")
        .append(theme.color(ChannelTones.of(icon.channel())))
        .append("\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    if (icon.faded()) {
      out.append(" opacity=\"0.6\"");
    }
    out.append("/>\n");
  }

  private static String word(EvidenceLevel level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String n(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.2f", rounded).replaceAll("0$", "");
  }

  /// Text in XML: markup escaped, what XML does not allow left out.
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> {
              boolean allowed =
                  point == '\t'
                      || point == '\n'
                      || (point >= 0x20 && point <= 0xD7FF)
                      || (point >= 0xE000 && point <= 0xFFFD)
                      || point >= 0x10000;
              if (allowed && !(point >= 0x7F && point <= 0x9F)) {
                safe.appendCodePoint(point);
              }
            }
          }
        });
    return safe.toString();
  }
}
