package dev.sojourn.map.layout;

import dev.sojourn.map.evidence.Support;
import dev.sojourn.map.layout.Scene.Anchor;
import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lays out the emotion curve: drawn dashed, measured as a band.
final class FeelingBlock {

  private static final double HEIGHT = 128;

  private final Sheet sheet;
  private final double top;
  private final List<double[]> taken = new ArrayList<>();

  FeelingBlock(Sheet sheet, double top) {
    this.sheet = sheet;
    this.top = top;
  }

  /// A point of a curve.
  private record Point(double x, double y, double low, double high) {}

  /// Lays out the block; answers its height.
  double lay(Lane lane) {
    List<EmotionPoint> drawn =
        sheet.map.emotions().stream().sorted(Comparator.comparingDouble(e -> x(e.step()))).toList();
    List<Reality.Feeling> measured =
        sheet.map.reality() == null
            ? List.of()
            : sheet.map.reality().feelings().stream()
                .sorted(Comparator.comparingDouble(f -> x(f.step())))
                .toList();
    double scale = scale(drawn, measured);
    double titles = sheet.rowTitle(top, lane.title(), List.of());
    key(top + titles - 8, "3 3", "drawn", Tone.INK_2);
    if (!measured.isEmpty()) {
      key(top + titles + 10, "", "measured", Tone.TRAIL);
    }
    sheet.rule(sheet.left(0) + 0.5, top, sheet.left(0) + 0.5, top + HEIGHT);
    sheet.rule(sheet.left(0), y(0, scale), sheet.right(), y(0, scale));
    corner("good", top + 16);
    corner("bad", top + HEIGHT - 7);
    sheet.add(new Scene.FeelingScale(y(scale, scale), y(-scale, scale)));
    measuredCurve(measured, scale);
    drawnCurves(drawn, scale);
    labels(drawn, measured, scale);
    return HEIGHT;
  }

  private void key(double y, String dash, String word, Tone tone) {
    sheet.add(
        new Scene.Line(
            "M16 " + Paths.n(y + 8) + "h14", tone, dash.isEmpty() ? 3 : 1.3, 1, dash, false));
    sheet.text(36, y + 12, word, Face.SANS, 12, Tone.INK_3);
  }

  private void corner(String word, double y) {
    sheet.text(sheet.left(0) + 6, y, word, Face.SANS, 12, Tone.INK_3);
    taken.add(
        new double[] {
          sheet.left(0), y - 12, sheet.left(0) + 10 + Face.SANS.width(word, 12), y + 4
        });
  }

  private static double scale(List<EmotionPoint> drawn, List<Reality.Feeling> measured) {
    double most = 2;
    for (EmotionPoint point : drawn) {
      most = Math.max(most, Math.abs(point.valence()));
    }
    for (Reality.Feeling feeling : measured) {
      if (feeling.mean() != null) {
        most = Math.max(most, Math.abs(feeling.mean()));
      }
    }
    return most;
  }

  private double y(double valence, double scale) {
    return top + HEIGHT / 2 - valence / scale * (HEIGHT / 2 - 26);
  }

  private double x(UUID step) {
    int stage = sheet.stageOf(step);
    List<Step> steps = sheet.map.stepsOf(sheet.map.stages().get(stage).id());
    int place = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(step)) {
        place = i;
      }
    }
    return sheet.left(stage) + sheet.column * (place + 0.5) / Math.max(1, steps.size());
  }

  /// A dashed curve for all customers, and one for every persona that has points of its own. One
  /// point alone is a ring.
  private void drawnCurves(List<EmotionPoint> drawn, double scale) {
    Set<@Nullable UUID> whose = new LinkedHashSet<>();
    drawn.forEach(e -> whose.add(e.persona()));
    boolean shared = whose.contains(null);
    for (@Nullable UUID persona : whose) {
      List<Point> points =
          drawn.stream()
              .filter(e -> Objects.equals(e.persona(), persona))
              .map(e -> new Point(x(e.step()), y(e.valence(), scale), 0, 0))
              .toList();
      boolean whole = persona == null || whose.size() == 1;
      if (whole || points.size() > 1 || !shared) {
        drawnCurve(points, whole);
      }
      points.forEach(p ->
          sheet.add(
              new Scene.Disc(
                  p.x(), p.y(), whole ? 3.6 : 2.8, Tone.PAPER, Tone.INK_2, whole ? 1.3 : 1)));
    }
  }

  private void drawnCurve(List<Point> points, boolean whole) {
    String path = "M" + Paths.p(points.getFirst().x(), points.getFirst().y()) + curve(points);
    if (whole) {
      path =
          "M"
              + Paths.p(sheet.left(0), points.getFirst().y())
              + "H"
              + Paths.n(points.getFirst().x())
              + curve(points)
              + "H"
              + Paths.n(sheet.right());
    }
    sheet.add(new Scene.Line(path, Tone.INK_2, whole ? 1.3 : 1, 1, "4 4", false));
  }

  private void measuredCurve(List<Reality.Feeling> measured, double scale) {
    List<Point> points = new ArrayList<>();
    for (Reality.Feeling f : measured) {
      if (f.mean() != null) {
        double low = f.low() == null ? f.mean() : f.low();
        double high = f.high() == null ? f.mean() : f.high();
        points.add(new Point(x(f.step()), y(f.mean(), scale), y(low, scale), y(high, scale)));
      }
    }
    if (points.isEmpty()) {
      return;
    }
    List<Point> upper = points.stream().map(p -> new Point(p.x(), p.high(), 0, 0)).toList();
    List<Point> lower =
        points.reversed().stream().map(p -> new Point(p.x(), p.low(), 0, 0)).toList();
    sheet.add(
        new Scene.Area(
            "M"
                + Paths.p(upper.getFirst().x(), upper.getFirst().y())
                + curve(upper)
                + "L"
                + Paths.p(lower.getFirst().x(), lower.getFirst().y())
                + curve(lower)
                + "Z",
            Tone.TRAIL,
            0.38,
            true));
    sheet.add(
        new Scene.Line(
            "M" + Paths.p(points.getFirst().x(), points.getFirst().y()) + curve(points),
            Tone.TRAIL,
            2.25,
            1,
            "",
            true));
    for (Point p : points) {
      Tone tone = p.y() > y(0, scale) + 0.5 ? Tone.ALARM : Tone.TRAIL;
      sheet.add(new Scene.Disc(p.x(), p.y(), 5.6, tone, Tone.PAPER, 2));
    }
  }

  private static String curve(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double pull = (b.x() - a.x()) * 0.45;
      path.append("C")
          .append(Paths.p(a.x() + pull, a.y()))
          .append(" ")
          .append(Paths.p(b.x() - pull, b.y()))
          .append(" ")
          .append(Paths.p(b.x(), b.y()));
    }
    return path.toString();
  }

  private void labels(List<EmotionPoint> drawn, List<Reality.Feeling> measured, double scale) {
    for (Reality.Feeling f : measured) {
      EmotionPoint beside =
          drawn.stream()
              .filter(d -> d.step().equals(f.step()))
              .min(Comparator.comparing(d -> d.persona() != null))
              .orElse(null);
      double x = x(f.step());
      if (f.mean() == null) {
        double at = beside == null ? y(0, scale) : y(beside.valence(), scale);
        String wanted =
            f.needed() == null
                ? "not enough yet"
                : "not enough yet: " + Numbers.count(f.n()) + " of " + Numbers.count(f.needed());
        place(x, at, true, List.of(span(wanted, Face.SANS, Tone.INK_3)));
        continue;
      }
      double at = y(f.mean(), scale);
      double other = beside == null ? at + 1 : y(beside.valence(), scale);
      boolean above = at < other;
      Support support = beside == null ? null : sheet.book.of(beside.id());
      boolean wrong = support != null && support.level() == EvidenceLevel.CONTRADICTED;
      Tone tone = wrong ? Tone.ALARM_INK : Tone.INK;
      boolean placed =
          place(
              x,
              at,
              above,
              List.of(
                  span(Numbers.feeling(f.mean()), Face.SANS_BOLD, tone),
                  span(" n\u00a0" + Numbers.count(f.n()), Face.SANS, wrong ? tone : Tone.INK_3)));
      if (wrong && placed && beside != null) {
        double half =
            (span(Numbers.feeling(f.mean()), Face.SANS_BOLD, tone).width()
                    + span(" n\u00a0" + Numbers.count(f.n()), Face.SANS, tone).width())
                / 2;
        sheet.add(
            new Scene.Mark(
                EvidenceLevel.CONTRADICTED, x - half - 19, (above ? at - 12 : at + 20) - 11, 14));
        place(
            x,
            other,
            !above,
            List.of(span("drawn " + Numbers.feeling(beside.valence()), Face.SANS, Tone.INK_3)));
      }
    }
    for (EmotionPoint point : drawn) {
      double x = x(point.step());
      double y = y(point.valence(), scale);
      taken.add(new double[] {x - 4, y - 4, x + 4, y + 4});
    }
    for (EmotionPoint point : drawn) {
      List<Span> words = new ArrayList<>();
      if (point.persona() != null) {
        sheet.map.personas().stream()
            .filter(p -> p.id().equals(point.persona()))
            .findFirst()
            .ifPresent(p ->
                words.add(
                    span(
                        Typesetter.fit(p.name(), Face.SANS, 12, 90) + " ", Face.SANS, Tone.INK_2)));
      }
      if (measured.isEmpty() || point.persona() != null) {
        words.add(span(Numbers.feeling(point.valence()), Face.SANS, Tone.INK_3));
        double at = y(point.valence(), scale);
        double up = point.valence() >= 0 ? -1 : 1;
        boolean placed = false;
        for (int row = 0; row < 3 && !placed; row++) {
          placed =
              place(x(point.step()), at + up * row * 16, up < 0, words)
                  || place(x(point.step()), at - up * row * 16, up > 0, words);
        }
      }
    }
  }

  private static Span span(String text, Face face, Tone tone) {
    return new Span(text, face, 12, tone);
  }

  /// Sets words above or below a point, unless other words are there.
  private boolean place(double x, double y, boolean above, List<Span> spans) {
    double width = spans.stream().mapToDouble(Span::width).sum();
    double middle = Math.clamp(x, sheet.left(0) + width / 2 + 6, sheet.right() - width / 2 - 6);
    double line = above ? y - 12 : y + 20;
    double[] box = {middle - width / 2 - 22, line - 11, middle + width / 2 + 4, line + 4};
    if (box[1] < top || box[3] > top + HEIGHT) {
      return false;
    }
    for (double[] other : taken) {
      if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) {
        return false;
      }
    }
    taken.add(box);
    sheet.spans(middle, line, Anchor.MIDDLE, spans, true);
    return true;
  }
}
