package dev.sojourn.map.layout;

import dev.sojourn.map.layout.Ribbon.Kind;
import dev.sojourn.map.layout.Ribbon.Label;
import dev.sojourn.map.layout.RibbonLines.StageLines;
import dev.sojourn.map.layout.Scene.Anchor;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Draws the worn path: how many customers travel each stretch, who leaves, who comes back, and
/// where people walk though nobody drew a way. For one thread.
final class RibbonDrawing {

  private static final double ARC_WORDS = 30;
  private static final double UNDRAWN = 50;
  private static final double LABEL_ROW = 16;
  private static final double TICK = 4;
  private static final double BARE = 40;

  private final JourneyMap map;
  private final Columns columns;
  private final List<UUID> ids;
  private final double top;
  private final @Nullable Double wanted;
  private final @Nullable RibbonLines lines;
  private final List<Ribbon.Path> paths = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Label> footLabels = new ArrayList<>();
  private RibbonPen pen;
  private RibbonWays ways;

  /// @param top where the drawing begins
  /// @param wanted its height; null for as much as everything needs
  RibbonDrawing(
      JourneyMap map, Columns columns, RibbonPen pen, double top, @Nullable Double wanted) {
    this.map = map;
    this.columns = columns;
    this.pen = pen;
    this.top = top;
    this.wanted = wanted;
    ids = map.stages().stream().map(Stage::id).toList();
    Reality reality = map.reality();
    lines = reality == null ? null : RibbonLines.of(map, reality, pen.mostLines());
    ways =
        reality == null
            ? new RibbonWays(List.of(), List.of(), 0)
            : RibbonWays.of(map, reality, pen);
    if (reality != null && lines != null) {
      makeRoom(reality, lines);
    }
  }

  /// The drawing.
  Ribbon ribbon() {
    double height = lines == null ? bare() : worn(lines);
    return new Ribbon(
        columns.right(),
        height,
        paths,
        labels,
        lines == null ? null : lines.unit(),
        ways.leftOut());
  }

  /// Sets lines closer, and leaves out the smallest ways, until the rest fits.
  private void makeRoom(Reality reality, RibbonLines ribbon) {
    if (wanted == null) {
      return;
    }
    RibbonPen loose = pen;
    int returns = ways.returns().size();
    int undrawn = ways.undrawn().size();
    while (true) {
      for (RibbonPen other : List.of(loose, loose.tight())) {
        choose(other.fewer(returns, undrawn), reality);
        if (needed(ribbon) <= wanted) {
          return;
        }
      }
      if (returns == 0 && undrawn == 0) {
        return;
      }
      // The largest way that nobody drew goes last: it is what the drawing is looked at for.
      if ((undrawn > 1 && undrawn >= returns) || returns == 0) {
        undrawn--;
      } else {
        returns--;
      }
    }
  }

  private void choose(RibbonPen other, Reality reality) {
    pen = other;
    ways = RibbonWays.of(map, reality, other);
  }

  private double words() {
    return pen.words() ? ARC_WORDS : 10;
  }

  private double aboveLine(RibbonLines ribbon) {
    double above = pen.words() ? 14 : 8;
    for (RibbonWays.Return way : ways.returns()) {
      above += count(way.customers(), ribbon, pen.mostReturnLines()) * pen.gap() + words();
    }
    return above + half(ribbon) + 6;
  }

  private double belowLine(RibbonLines ribbon) {
    return half(ribbon) + pen.drop() + ways.undrawn().size() * UNDRAWN + foot();
  }

  private double needed(RibbonLines ribbon) {
    return aboveLine(ribbon) + belowLine(ribbon);
  }

  private double foot() {
    if (!pen.words()) {
      return 0;
    }
    return 26 + (footRows() - 1) * LABEL_ROW;
  }

  private double half(RibbonLines ribbon) {
    return ribbon.stages().stream()
            .mapToInt(s -> Math.max(s.through() + s.starts() + s.backIn(), s.onward()))
            .max()
            .orElse(0)
        * pen.gap()
        / 2;
  }

  private static int count(long customers, RibbonLines ribbon, int most) {
    return Math.clamp((customers + ribbon.unit() / 2) / ribbon.unit(), 1, most);
  }

  /// The designed way alone: a dotted line with a tick a stage.
  private double bare() {
    double height = wanted == null ? BARE : wanted;
    designed(top + height / 2);
    double r = TICK * pen.dots();
    for (int k = 0; k < ids.size(); k++) {
      double x = columns.within(k, 0.5);
      double y = top + height / 2;
      disc(x, y, r * 1.7, Tone.PAPER, Kind.DESIGNED, ids.get(k), ids.get(k), null);
      disc(x, y, r, Tone.INK, Kind.DESIGNED, ids.get(k), ids.get(k), null);
    }
    return height;
  }

  private double worn(RibbonLines ribbon) {
    double needed = needed(ribbon);
    double spare = wanted == null ? 0 : Math.max(0, wanted - needed);
    double center = top + aboveLine(ribbon) + spare / 2;
    RibbonCourse course = new RibbonCourse(columns, ids, ribbon, center, pen);
    double deep = pen.drop() + ways.undrawn().size() * UNDRAWN;
    paths.addAll(course.paths(deep));
    paths.addAll(course.stretches());
    double arcTop = top + (pen.words() ? 14 : 8) + spare / 2;
    for (RibbonWays.Return way : ways.returns()) {
      arcTop += back(way, ribbon, course, arcTop);
    }
    double below = center + half(ribbon) + 8;
    for (RibbonWays.Undrawn way : ways.undrawn()) {
      undrawn(way, ribbon, course, below);
      below += UNDRAWN;
    }
    designed(center);
    if (pen.words()) {
      footLabels(center + half(ribbon) + deep + 14);
    }
    return Math.max(needed, wanted == null ? needed : wanted);
  }

  private void designed(double y) {
    String d = "M" + Paths.p(columns.left(0) + 3, y) + "H" + Paths.n(columns.right());
    double scale = pen.dots();
    String dash = "0.1 " + Paths.n(8 * scale);
    path(d, Tone.PAPER, false, 4.6 * scale, dash, Kind.DESIGNED, null, null, null);
    path(d, Tone.INK, false, 2.6 * scale, dash, Kind.DESIGNED, null, null, null);
  }

  /// Draws a way back with its words below it; answers the height that it takes.
  private double back(
      RibbonWays.Return way, RibbonLines ribbon, RibbonCourse course, double arcTop) {
    double gap = pen.gap();
    int drawn = count(way.customers(), ribbon, pen.mostReturnLines());
    double startX = columns.within(way.from(), way.from() + 1 == ids.size() ? 0.8 : 0.62);
    double endX = columns.left(way.to()) + Math.min(34, columns.width(way.to()) * 0.3);
    double run = Math.min(26, columns.width(way.from()) * 0.3);
    double reach = Math.min(1, (startX - endX) / 120);
    double leavesBy = Math.min(gap, (course.bottomAt(startX) - course.topAt(startX)) / drawn);
    double comesBy = Math.min(gap, (course.bottomAt(endX) - course.topAt(endX)) / drawn);
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < drawn; i++) {
      double y = arcTop + i * gap;
      double wave = 2.2;
      double from = course.topAt(startX) + (drawn - 1 - i) * leavesBy;
      double to = course.topAt(endX) + (drawn - 1 - i) * comesBy;
      double nest = (drawn - 1 - i) * Math.min(gap, 16.0 / drawn);
      double bend1 = Math.min((from - y) / 2, 16 + nest);
      double bend2 = Math.min((to - y) / 2, Math.min(14 + nest, endX - columns.left(0) + 8));
      double mid = (startX + endX) / 2;
      double begins = startX - run * (0.15 + 0.85 * jitter(i + 13));
      d.append("M").append(Paths.p(begins, from)).append("H").append(Paths.n(startX));
      curve(d, startX + bend1, from, startX + bend1, y, startX, y);
      curve(d, mid + 40 * reach, y, mid + 20 * reach, y - wave, mid, y - wave);
      curve(d, mid - 20 * reach, y - wave, endX + 60 * reach, y, endX, y);
      curve(d, endX - bend2, y, endX - bend2, to, endX, to);
      d.append("H").append(Paths.n(endX + 3 + jitter(i) * 20));
    }
    UUID from = ids.get(way.from());
    UUID to = ids.get(way.to());
    paths.add(
        new Ribbon.Path(
            d.toString(),
            Tone.TRAIL,
            false,
            pen.width(),
            0.8,
            "",
            Kind.RETURN,
            from,
            to,
            way.customers()));
    if (pen.words()) {
      String stage = map.stages().get(way.to()).name();
      double room = Math.max(150, startX - endX - 20);
      words(
          (startX + endX) / 2,
          arcTop + drawn * gap + 15,
          room,
          way.customers(),
          Tone.TRAIL_INK,
          "come back to " + stage,
          Kind.RETURN,
          from,
          to);
    }
    return drawn * gap + words();
  }

  private static void curve(
      StringBuilder d, double x1, double y1, double x2, double y2, double x, double y) {
    d.append("C")
        .append(Paths.p(x1, y1))
        .append(" ")
        .append(Paths.p(x2, y2))
        .append(" ")
        .append(Paths.p(x, y));
  }

  /// Draws a way that nobody drew.
  private void undrawn(
      RibbonWays.Undrawn way, RibbonLines ribbon, RibbonCourse course, double below) {
    int a = Math.min(way.from(), way.to());
    int b = Math.max(way.from(), way.to());
    double x1 = columns.within(a, a == b ? 0.14 : 0.3);
    double x2 = columns.within(b, a == b ? 0.94 : 0.42);
    double middle = (x1 + x2) / 2;
    double y = below + 14;
    Reality.UndrawnPath path = way.path();
    int drawn = count(path.customers(), ribbon, 8);
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < drawn; i++) {
      double off = (i - (drawn - 1) / 2.0) * pen.gap();
      double y1 = course.bottomAt(x1) - 3 - i * pen.gap();
      double y2 = course.bottomAt(x2) - 3 - i * pen.gap();
      double bend = Math.min(60, (x2 - x1) * 0.3);
      d.append("M").append(Paths.p(x1, y1));
      curve(d, x1 + bend * 0.55, y1, x1 + bend * 0.45, y + off, x1 + bend, y + off);
      d.append("H").append(Paths.n(x2 - bend));
      curve(d, x2 - bend * 0.45, y + off, x2 - bend * 0.55, y2, x2, y2);
    }
    UUID from = path.fromStage();
    UUID to = path.toStage();
    path(d.toString(), Tone.INK_2, false, 0.9, "", Kind.UNDRAWN, from, to, path.customers());
    disc(middle, y, 13, Tone.PAPER, Kind.UNDRAWN, from, to, path.customers());
    disc(middle, y, 9.3, Tone.RAISED, Kind.UNDRAWN, from, to, path.customers());
    String plus =
        circle(middle, y, 9.3)
            + "M"
            + Paths.p(middle - 4, y)
            + "h8M"
            + Paths.p(middle, y - 4)
            + "v8";
    path(plus, Tone.INK, false, 1.4, "", Kind.UNDRAWN, from, to, path.customers());
    words(
        middle,
        y + 26,
        Math.max(200, x2 - x1 + 40),
        path.customers(),
        Tone.INK,
        "go from " + path.from() + " to " + path.to(),
        Kind.UNDRAWN,
        from,
        to);
  }

  private void words(
      double middle,
      double y,
      double room,
      long customers,
      Tone strongTone,
      String text,
      Kind kind,
      UUID from,
      UUID to) {
    String strong = Numbers.count(customers);
    double paper = columns.right() - columns.left(0) - 16;
    double fits = Math.min(room - 50, paper - Face.SANS_BOLD.width(strong + " ", 12));
    String rest = fits < 12 ? "" : " " + Typesetter.fit(text, Face.SANS, 12, fits);
    double half = (Face.SANS_BOLD.width(strong, 12) + Face.SANS.width(rest, 12)) / 2;
    double x = inside(middle, columns.left(0) + half + 8, columns.right() - half - 8);
    labels.add(
        new Label(
            x, y, Anchor.MIDDLE, strong, strongTone, rest, Tone.INK_2, kind, from, to, customers));
  }

  /// Who leaves and who sets out, under the stages; what does not fit beside its neighbor stands
  /// one row lower.
  private void footLabels(double y) {
    List<Label> placed = footLabelsOnOneRow();
    for (int i = 0; i < placed.size(); i++) {
      Label label = placed.get(i);
      labels.add(
          new Label(
              label.x(),
              y + label.y() * LABEL_ROW,
              label.anchor(),
              label.strong(),
              label.strongTone(),
              label.text(),
              label.tone(),
              label.kind(),
              label.from(),
              label.to(),
              label.customers()));
    }
  }

  private double footRows() {
    return 1 + footLabelsOnOneRow().stream().mapToDouble(Label::y).max().orElse(0);
  }

  /// The labels at the foot, with the number of their row for `y`.
  private List<Label> footLabelsOnOneRow() {
    if (lines == null || !footLabels.isEmpty()) {
      return footLabels;
    }
    List<Double> ends = new ArrayList<>();
    for (int k = 0; k < ids.size(); k++) {
      StageLines stage = lines.stages().get(k);
      if (k > 0 && stage.startCount() > 0) {
        foot(columns.within(k, 0.16), k, stage.startCount(), " start here", true, ends);
      }
      if (stage.leaveCount() > 0) {
        double x = RibbonCourse.leaveX(columns, k) + 14;
        foot(x, k, stage.leaveCount(), " leave", false, ends);
      }
    }
    return footLabels;
  }

  private void foot(
      double x, int stage, long count, String word, boolean starts, List<Double> ends) {
    String strong = Numbers.count(count);
    double half = (Face.SANS_BOLD.width(strong, 12) + Face.SANS.width(word, 12)) / 2;
    double inside = inside(x, columns.left(stage) + half + 4, columns.left(stage + 1) - half - 4);
    inside = inside(inside, columns.left(0) + half, columns.right() - half);
    int row = 0;
    while (row < ends.size() && ends.get(row) > inside - half) {
      row++;
    }
    if (row == ends.size()) {
      ends.add(0.0);
    }
    ends.set(row, inside + half + 6);
    UUID id = ids.get(stage);
    footLabels.add(
        new Label(
            inside,
            row,
            Anchor.MIDDLE,
            strong,
            Tone.LOST_INK,
            word,
            Tone.LOST_INK,
            starts ? Kind.TRAVEL : Kind.LEAVE,
            starts ? null : id,
            starts ? id : null,
            count));
  }

  private void path(
      String d,
      Tone tone,
      boolean fill,
      double width,
      String dash,
      Kind kind,
      @Nullable UUID from,
      @Nullable UUID to,
      @Nullable Long customers) {
    paths.add(new Ribbon.Path(d, tone, fill, width, 1, dash, kind, from, to, customers));
  }

  private void disc(
      double x,
      double y,
      double radius,
      Tone tone,
      Kind kind,
      @Nullable UUID from,
      @Nullable UUID to,
      @Nullable Long customers) {
    path(circle(x, y, radius), tone, true, 0, "", kind, from, to, customers);
  }

  private static String circle(double x, double y, double radius) {
    String arc = "a" + Paths.p(radius, radius) + " 0 1 0 ";
    return "M"
        + Paths.p(x - radius, y)
        + arc
        + Paths.p(2 * radius, 0)
        + arc
        + Paths.p(-2 * radius, 0)
        + "Z";
  }

  /// A place between two others; in the middle where they leave no room.
  private static double inside(double x, double least, double most) {
    return least > most ? (least + most) / 2 : Math.clamp(x, least, most);
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
