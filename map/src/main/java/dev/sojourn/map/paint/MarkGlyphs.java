package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Tone;
import dev.sojourn.map.model.EvidenceLevel;

/// The marks of the evidence grammar, on a grid of 16. Form tells them apart, color only helps.
final class MarkGlyphs {

  private MarkGlyphs() {}

  /// The drawing of a mark.
  static String of(EvidenceLevel level, Theme theme) {
    String ink = theme.color(Tone.INK_2);
    String paper = theme.color(Tone.PAPER);
    String trail = theme.color(Tone.TRAIL_INK);
    return switch (level) {
      case ASSUMED -> ring(ink, " stroke-dasharray=\"2.5 2.45\"", paper);
      case REPORTED ->
          ring(ink, "", paper)
              + stroke(
                  "M6.9 6.2c-1 .5-1.4 1.4-1.4 3.2h1.4V7.9h-1M10.4 6.2c-1 .5-1.4 1.4-1.4"
                      + " 3.2h1.4V7.9h-1",
                  ink,
                  "1.1");
      case OBSERVED -> ring(trail, "", trail) + stroke("M5.2 8.2l2 2 3.7-4", paper, "1.6");
      case CORROBORATED ->
          "<circle cx=\"8\" cy=\"8\" r=\"4.900\" fill=\""
              + trail
              + "\"/>"
              + "<circle cx=\"8\" cy=\"8\" r=\"7.200\" fill=\"none\" stroke=\""
              + trail
              + "\" stroke-width=\"1.200\"/>"
              + stroke("M5.8 8.1l1.600 1.600 2.900-3.100", paper, "1.4");
      case CONTRADICTED ->
          ring(theme.color(Tone.ALARM), "", theme.color(Tone.ALARM))
              + stroke("M5.2 8.2l2 2 3.7-4", paper, "1.4")
              + stroke("M2.600 13.400 13.400 2.600", paper, "3.4")
              + stroke("M2 14 14 2", theme.color(Tone.ALARM_INK), "1.6");
      case INCONCLUSIVE ->
          ring(ink, "", paper)
              + "<path d=\"M1.700 8a6.300 6.300 0 0 0 12.600 0z\" fill=\""
              + ink
              + "\"/>"
              + stroke("M4.200 6.200q.95-1 1.900 0t1.900 0 1.900 0 1.900 0", ink, "1.2");
      case NOT_ENOUGH_DATA ->
          "<path d=\"M1.900 9.200q1.500-1.500 3.050 0t3.050 0 3.050 0 3.050 0A6.300 6.300 0 0 1 8"
              + " 14.300 6.300 6.300 0 0 1 1.900 9.200z\" fill=\""
              + ink
              + "\"/>"
              + stroke("M4 6.700q1-1.100 2 0t2 0 2 0 2 0", ink, "1.2")
              + "<circle cx=\"8\" cy=\"8\" r=\"6.300\" fill=\"none\" stroke=\""
              + ink
              + "\" stroke-width=\"1.400\"/>";
      case STALE ->
          "<g opacity=\"0.7\">"
              + ring(theme.color(Tone.INK_3), "", theme.color(Tone.LINE_2))
              + stroke("M8 4.600V8l2.200 1.500", ink, "1.4")
              + "</g>";
      case NOT_MEASURABLE ->
          "<circle cx=\"8\" cy=\"8\" r=\"6.300\" fill=\"none\" stroke=\""
              + ink
              + "\" stroke-width=\"1.700\" stroke-linecap=\"round\" stroke-dasharray=\".1 3.2\"/>"
              + stroke("M4.900 11.100 11.100 4.900", ink, "1.4");
    };
  }

  private static String ring(String color, String more, String fill) {
    return "<circle cx=\"8\" cy=\"8\" r=\"6.300\" fill=\""
        + fill
        + "\" stroke=\""
        + color
        + "\" stroke-width=\"1.400\""
        + more
        + "/>";
  }

  private static String stroke(String path, String color, String width) {
    return "<path d=\""
        + path
        + "\" fill=\"none\" stroke=\""
        + color
        + "\" stroke-width=\""
        + width
        + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>";
  }
}
