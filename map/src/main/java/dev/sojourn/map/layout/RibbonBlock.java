package dev.sojourn.map.layout;

import dev.sojourn.map.layout.RibbonLines.StageLines;
import dev.sojourn.map.layout.Scene.Anchor;
import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.model.Reality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lays out the worn path: how many customers travel each stretch, who leaves, who comes back, and
/// where people walk though nobody drew a way.
final class RibbonBlock {

  private static final double GAP = 1.6;
  private static final double DROP = 62;
  private static final int MOST_ARCS = 4;
  private static final int MOST_UNDRAWN = 3;

  private final Sheet sheet;
  private final Reality reality;
  private final RibbonLines lines;
  private final double top;

  RibbonBlock(Sheet sheet, Reality reality, RibbonLines lines, double top) {
    this.sheet = sheet;
    this.reality = reality;
    this.lines = lines;
    this.top = top;
  }

  /// A way back, over the ribbon.
  private record Arc(int from, int to, long customers, int lines) {}

  /// Lays out the block; answers its height.
  double lay() {
    List<Arc> arcs = arcs();
    double above = 14;
    for (Arc arc : arcs) {
      above += arc.lines() * GAP + 30;
    }
    double half = widest() * GAP / 2;
    double center = top + above + half + 6;
    RibbonCourse course = new RibbonCourse(sheet, lines, center, GAP);
    course.draw(DROP + undrawnHeight());
    double arcTop = top + 14;
    for (Arc arc : arcs) {
      arcTop += arc(arc, course, arcTop);
    }
    double below = center + half + 8;
    List<Reality.UndrawnPath> undrawn = undrawn();
    for (Reality.UndrawnPath path : undrawn) {
      below += undrawn(path, course, below);
    }
    String order = "M" + Paths.p(sheet.left(0) + 3, center) + "H" + Paths.n(sheet.right());
    sheet.add(new Scene.Line(order, Tone.PAPER, 4.6, 1, "0.1 8", false));
    sheet.add(new Scene.Line(order, Tone.INK, 2.6, 1, "0.1 8", false));
    double labels = center + half + DROP + undrawnHeight();
    leaveLabels(labels);
    double height = labels + 26 - top;
    sheet.rowTitle(top, "Worn path", legend());
    return Math.max(height, 110);
  }

  private String legend() {
    return lines.unit() == 1
        ? "one line is one customer"
        : "one line is " + Numbers.count(lines.unit()) + " customers";
  }

  private int widest() {
    return lines.stages().stream()
        .mapToInt(s -> Math.max(s.through() + s.starts() + s.backIn(), s.onward()))
        .max()
        .orElse(0);
  }

  private List<Arc> arcs() {
    List<Arc> all = new ArrayList<>();
    reality.returns().stream()
        .map(r -> arc(sheet.stage(r.from()), sheet.stage(r.to()), r.customers()))
        .forEach(all::add);
    for (Reality.Flow flow : reality.flows()) {
      if (flow.from() != null && flow.to() != null) {
        int from = sheet.stage(flow.from());
        int to = sheet.stage(flow.to());
        if (from > to) {
          merge(all, arc(from, to, flow.customers()));
        }
      }
    }
    return all.stream()
        .filter(a -> a.from() > a.to() && a.customers() > 0)
        .sorted(Comparator.comparingLong(Arc::customers).reversed())
        .limit(MOST_ARCS)
        .sorted(Comparator.<Arc>comparingInt(a -> a.to() - a.from()).thenComparingInt(Arc::to))
        .toList();
  }

  private Arc arc(int from, int to, long customers) {
    int drawn = (int) Math.max(1, (customers + lines.unit() / 2) / lines.unit());
    return new Arc(from, to, customers, Math.min(drawn, 30));
  }

  private void merge(List<Arc> all, Arc more) {
    for (int i = 0; i < all.size(); i++) {
      Arc arc = all.get(i);
      if (arc.from() == more.from() && arc.to() == more.to()) {
        all.set(i, arc(arc.from(), arc.to(), arc.customers() + more.customers()));
        return;
      }
    }
    all.add(more);
  }

  /// Draws a way back with its words below it; answers the height that it takes.
  private double arc(Arc arc, RibbonCourse course, double arcTop) {
    double startX =
        sheet.left(arc.from()) + sheet.column * (arc.from() + 1 == sheet.stages() ? 0.8 : 0.62);
    double endX = sheet.left(arc.to()) + 34;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < arc.lines(); i++) {
      double y = arcTop + i * GAP;
      double wave = 2.2;
      double from = course.topAt(startX) + (arc.lines() - 1 - i) * GAP * 0.55;
      double to = course.topAt(endX) + (arc.lines() - 1 - i) * GAP * 0.55;
      double r1 = (from - y) / 2;
      double r2 = (to - y) / 2;
      double nest = (arc.lines() - 1 - i) * Math.min(GAP, 16.0 / arc.lines());
      double bend1 = Math.min(r1, 16 + nest);
      double bend2 = Math.min(r2, 14 + nest);
      double mid = (startX + endX) / 2;
      path.append("M")
          .append(Paths.p(startX - 34, from))
          .append("C")
          .append(Paths.p(startX - 12, from))
          .append(" ")
          .append(Paths.p(startX, from))
          .append(" ")
          .append(Paths.p(startX, from))
          .append("C")
          .append(Paths.p(startX + bend1, from))
          .append(" ")
          .append(Paths.p(startX + bend1, y))
          .append(" ")
          .append(Paths.p(startX, y))
          .append("C")
          .append(Paths.p(mid + 40, y))
          .append(" ")
          .append(Paths.p(mid + 20, y - wave))
          .append(" ")
          .append(Paths.p(mid, y - wave))
          .append("C")
          .append(Paths.p(mid - 20, y - wave))
          .append(" ")
          .append(Paths.p(endX + 60, y))
          .append(" ")
          .append(Paths.p(endX, y))
          .append("C")
          .append(Paths.p(endX - bend2, y))
          .append(" ")
          .append(Paths.p(endX - bend2, to))
          .append(" ")
          .append(Paths.p(endX, to))
          .append("H")
          .append(Paths.n(endX + 14 + jitter(i) * 12));
    }
    sheet.add(new Scene.Line(path.toString(), Tone.TRAIL, 0.9, 0.8, "", false));
    String stage = sheet.map.stages().get(arc.to()).name();
    double room = Math.max(150, startX - endX - 20);
    List<Span> words =
        List.of(
            new Span(Numbers.count(arc.customers()), Face.SANS_BOLD, 12, Tone.TRAIL_INK),
            new Span(
                " " + Typesetter.fit("come back to " + stage, Face.SANS, 12, room - 50),
                Face.SANS,
                12,
                Tone.INK_2));
    double width = words.stream().mapToDouble(Span::width).sum();
    double middle = (startX + endX) / 2;
    double x = Math.clamp(middle, sheet.left(0) + width / 2 + 8, sheet.right() - width / 2 - 8);
    sheet.spans(x, arcTop + arc.lines() * GAP + 15, Anchor.MIDDLE, words, true);
    return arc.lines() * GAP + 30;
  }

  private List<Reality.UndrawnPath> undrawn() {
    return reality.undrawn().stream()
        .filter(u -> u.customers() > 0)
        .sorted(Comparator.comparingLong(Reality.UndrawnPath::customers).reversed())
        .limit(MOST_UNDRAWN)
        .toList();
  }

  private double undrawnHeight() {
    return undrawn().size() * 54.0;
  }

  /// Draws a way that nobody drew; answers the height that it takes.
  private double undrawn(Reality.UndrawnPath path, RibbonCourse course, double below) {
    int a = Math.min(sheet.stage(path.fromStage()), sheet.stage(path.toStage()));
    int b = Math.max(sheet.stage(path.fromStage()), sheet.stage(path.toStage()));
    double x1 = sheet.left(a) + sheet.column * (a == b ? 0.14 : 0.3);
    double x2 = sheet.left(b) + sheet.column * (a == b ? 0.94 : 0.42);
    double middle = (x1 + x2) / 2;
    double y = below + 14;
    long drawn = Math.clamp((path.customers() + lines.unit() / 2) / lines.unit(), 1, 8);
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < drawn; i++) {
      double off = (i - (drawn - 1) / 2.0) * GAP;
      double y1 = course.bottomAt(x1) - 3 - i * GAP;
      double y2 = course.bottomAt(x2) - 3 - i * GAP;
      double bend = Math.min(60, (x2 - x1) * 0.3);
      d.append("M")
          .append(Paths.p(x1, y1))
          .append("C")
          .append(Paths.p(x1 + bend * 0.55, y1))
          .append(" ")
          .append(Paths.p(x1 + bend * 0.45, y + off))
          .append(" ")
          .append(Paths.p(x1 + bend, y + off))
          .append("H")
          .append(Paths.n(x2 - bend))
          .append("C")
          .append(Paths.p(x2 - bend * 0.45, y + off))
          .append(" ")
          .append(Paths.p(x2 - bend * 0.55, y2))
          .append(" ")
          .append(Paths.p(x2, y2));
    }
    sheet.add(new Scene.Line(d.toString(), Tone.INK_2, 0.9, 1, "", false));
    sheet.add(new Scene.Disc(middle, y, 13, Tone.PAPER, null, 0));
    sheet.add(new Scene.Disc(middle, y, 9.3, Tone.RAISED, Tone.INK, 1.4));
    sheet.add(
        new Scene.Line(
            "M" + Paths.p(middle - 4, y) + "h8M" + Paths.p(middle, y - 4) + "v8",
            Tone.INK,
            1.4,
            1,
            "",
            false));
    double room = Math.max(200, (x2 - x1) + 40);
    String words =
        Typesetter.fit("go from " + path.from() + " to " + path.to(), Face.SANS, 12, room - 50);
    List<Span> spans =
        List.of(
            new Span(Numbers.count(path.customers()), Face.SANS_BOLD, 12, Tone.INK),
            new Span(" " + words, Face.SANS, 12, Tone.INK_2));
    double width = spans.stream().mapToDouble(Span::width).sum();
    double x = Math.clamp(middle, sheet.left(0) + width / 2 + 8, sheet.right() - width / 2 - 8);
    sheet.spans(x, y + 26, Anchor.MIDDLE, spans, true);
    return 54;
  }

  private void leaveLabels(double labels) {
    for (int k = 0; k < sheet.stages(); k++) {
      StageLines stage = lines.stages().get(k);
      if (stage.leaveCount() > 0) {
        label(RibbonCourse.leaveX(sheet, k) + 14, labels + 14, stage.leaveCount(), " leave", k);
      }
      if (stage.startCount() > 0) {
        label(
            sheet.left(k) + sheet.column * 0.16, labels + 14, stage.startCount(), " start here", k);
      }
    }
  }

  private void label(double x, double y, long count, String word, int stage) {
    List<Span> spans =
        List.of(
            new Span(Numbers.count(count), Face.SANS_BOLD, 12, Tone.LOST_INK),
            new Span(word, Face.SANS, 12, Tone.LOST_INK));
    double half = spans.stream().mapToDouble(Span::width).sum() / 2;
    double inside = Math.clamp(x, sheet.left(stage) + half + 4, sheet.left(stage + 1) - half - 4);
    sheet.spans(inside, y, Anchor.MIDDLE, spans, true);
  }

  /// A number from 0 to 1 that belongs to another, for lines that are not ruled.
  static double jitter(int seed) {
    long mixed = (seed + 1) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 32;
    return (mixed >>> 11) * 0x1.0p-53;
  }
}
