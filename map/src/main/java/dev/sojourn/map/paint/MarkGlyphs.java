package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Tone;
import dev.sojourn.map.model.EvidenceLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The marks of the evidence grammar, on a grid of 16. Form tells them apart, color only helps.
final class MarkGlyphs {

  private static final String TICK = "M5.2 8.2l2 2 3.7-4";
  private static final String RING = circle(6.3);

  private MarkGlyphs() {}

  /// A part of a mark: filled, then stroked with round ends.
  ///
  /// @param dash lengths of dashes and gaps; empty for a solid line
  record Part(String d, @Nullable Tone fill, @Nullable Tone stroke, double width, String dash) {}

  /// The parts of a mark, in the order in which they are painted.
  static List<Part> of(EvidenceLevel level) {
    return switch (level) {
      case ASSUMED -> List.of(new Part(RING, Tone.PAPER, Tone.INK_2, 1.4, "2.5 2.45"));
      case REPORTED ->
          List.of(
              ring(Tone.INK_2, Tone.PAPER),
              line(
                  "M6.9 6.2c-1 .5-1.4 1.4-1.4 3.2h1.4V7.9h-1M10.4 6.2c-1 .5-1.4 1.4-1.4"
                      + " 3.2h1.4V7.9h-1",
                  Tone.INK_2,
                  1.1));
      case OBSERVED -> List.of(ring(Tone.TRAIL_INK, Tone.TRAIL_INK), line(TICK, Tone.PAPER, 1.6));
      case CORROBORATED ->
          List.of(
              area(circle(4.9), Tone.TRAIL_INK),
              line(circle(7.2), Tone.TRAIL_INK, 1.2),
              line("M5.8 8.1l1.6 1.6 2.9-3.1", Tone.PAPER, 1.4));
      case CONTRADICTED ->
          List.of(
              ring(Tone.ALARM, Tone.ALARM),
              line(TICK, Tone.PAPER, 1.4),
              line("M2.6 13.4 13.4 2.6", Tone.PAPER, 3.4),
              line("M2 14 14 2", Tone.ALARM_INK, 1.6));
      case INCONCLUSIVE ->
          List.of(
              ring(Tone.INK_2, Tone.PAPER),
              area("M1.7 8a6.3 6.3 0 0 0 12.6 0z", Tone.INK_2),
              line("M4.2 6.2q.95-1 1.9 0t1.9 0 1.9 0 1.9 0", Tone.INK_2, 1.2));
      case NOT_ENOUGH_DATA ->
          List.of(
              area(
                  "M1.9 9.2q1.5-1.5 3.05 0t3.05 0 3.05 0 3.05 0A6.3 6.3 0 0 1 8"
                      + " 14.3 6.3 6.3 0 0 1 1.9 9.2z",
                  Tone.INK_2),
              line("M4 6.7q1-1.1 2 0t2 0 2 0 2 0", Tone.INK_2, 1.2),
              line(RING, Tone.INK_2, 1.4));
      case STALE ->
          List.of(ring(Tone.EDGE, Tone.LINE_2), line("M8 4.6V8l2.2 1.5", Tone.INK_3, 1.4));
      case NOT_MEASURABLE ->
          List.of(
              new Part(RING, null, Tone.INK_2, 1.7, "0.1 3.2"),
              line("M4.9 11.1 11.1 4.9", Tone.INK_2, 1.4));
    };
  }

  private static String circle(double radius) {
    String arc = String.format(Locale.ROOT, "a%.1f %.1f 0 1 0 ", radius, radius);
    return String.format(Locale.ROOT, "M%.1f 8", 8 - radius)
        + arc
        + String.format(Locale.ROOT, "%.1f 0", 2 * radius)
        + arc
        + String.format(Locale.ROOT, "%.1f 0z", -2 * radius);
  }

  private static Part ring(Tone tone, Tone fill) {
    return new Part(RING, fill, tone, 1.4, "");
  }

  private static Part line(String d, Tone tone, double width) {
    return new Part(d, null, tone, width, "");
  }

  private static Part area(String d, Tone tone) {
    return new Part(d, tone, null, 0, "");
  }
}
