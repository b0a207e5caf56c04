package dev.sojourn.map.layout;

import dev.sojourn.map.layout.Ribbon.Kind;
import dev.sojourn.map.layout.RibbonLines.StageLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The course of every line of the worn path. Lines keep their order; those who leave are the
/// lowest and peel off downwards, those who go back are the highest.
final class RibbonCourse {

  private static final double STEP = 8;
  private static final double LEAVE_AT = 0.56;
  private static final double LOST_WIDER = 1.28;

  private final Columns columns;
  private final List<UUID> ids;
  private final RibbonLines lines;
  private final double center;
  private final RibbonPen pen;
  private final double gap;

  /// The lines over the left edge of each stage, and over the right edge of the last, from the top.
  private final List<List<Integer>> edges = new ArrayList<>();

  private final List<List<Integer>> leaving = new ArrayList<>();
  private final List<List<Integer>> starting = new ArrayList<>();
  private final List<List<Integer>> turning = new ArrayList<>();

  /// Where each line crosses an edge, from the center; not a number where it does not.
  private final double[][] offsets;

  /// @param ids of the stages
  RibbonCourse(Columns columns, List<UUID> ids, RibbonLines lines, double center, RibbonPen pen) {
    this.columns = columns;
    this.ids = ids;
    this.lines = lines;
    this.center = center;
    this.pen = pen;
    gap = pen.gap();
    int next = 0;
    List<Integer> alive = new ArrayList<>();
    for (int i = 0; i < lines.stages().getFirst().through(); i++) {
      alive.add(next++);
    }
    for (StageLines stage : lines.stages()) {
      edges.add(List.copyOf(alive));
      List<Integer> goneBack = new ArrayList<>();
      List<Integer> gone = new ArrayList<>();
      List<Integer> begun = new ArrayList<>();
      for (int i = 0; i < stage.backIn(); i++) {
        alive.addFirst(next++);
      }
      for (int i = 0; i < stage.leaves() && !alive.isEmpty(); i++) {
        gone.add(alive.removeLast());
      }
      for (int i = 0; i < stage.backOut() && !alive.isEmpty(); i++) {
        goneBack.add(alive.removeFirst());
      }
      for (int i = 0; i < stage.starts(); i++) {
        begun.add(next);
        alive.addLast(next++);
      }
      leaving.add(gone);
      starting.add(begun);
      turning.add(goneBack);
    }
    edges.add(List.copyOf(alive));
    offsets = new double[edges.size()][next];
    for (int k = 0; k < edges.size(); k++) {
      Arrays.fill(offsets[k], Double.NaN);
      List<Integer> edge = edges.get(k);
      for (int place = 0; place < edge.size(); place++) {
        offsets[k][edge.get(place)] = (place - (edge.size() - 1) / 2.0) * gap;
      }
    }
  }

  /// Where lines of a stage leave.
  static double leaveX(Columns columns, int stage) {
    return columns.within(stage, LEAVE_AT);
  }

  /// The upper edge of the ribbon.
  double topAt(double x) {
    return center - half(x) + wave(x);
  }

  /// The lower edge of the ribbon.
  double bottomAt(double x) {
    return center + half(x) + wave(x);
  }

  /// The bed and the lines.
  ///
  /// @param drop how far below the lower edge the lines that leave end
  List<Ribbon.Path> paths(double drop) {
    List<Ribbon.Path> paths = new ArrayList<>();
    paths.add(bed());
    StringBuilder trail = new StringBuilder();
    for (int line = 0; line < offsets[0].length; line++) {
      course(trail, line);
    }
    add(paths, trail, Kind.TRAVEL, null, null, null);
    double floor = bottomMost() + drop - 12;
    for (int k = 0; k < columns.stages(); k++) {
      StringBuilder begun = new StringBuilder();
      List<Integer> born = starting.get(k);
      for (int i = 0; i < born.size(); i++) {
        rise(begun, k, born.get(i), i, floor);
      }
      if (k > 0) {
        add(paths, begun, Kind.TRAVEL, null, ids.get(k), lines.stages().get(k).startCount());
      }
    }
    for (int k = 0; k < columns.stages(); k++) {
      StringBuilder lost = new StringBuilder();
      List<Integer> gone = leaving.get(k);
      for (int i = 0; i < gone.size(); i++) {
        peel(lost, k, gone.get(i), i, floor);
      }
      if (gone.isEmpty() && lines.stages().get(k).leaveCount() > 0 && !edges.get(k).isEmpty()) {
        peel(lost, k, edges.get(k).getLast(), 0, floor);
      }
      add(paths, lost, Kind.LEAVE, ids.get(k), null, lines.stages().get(k).leaveCount());
    }
    return paths;
  }

  /// What can be pointed at, unseen: who goes over each edge, from the middle of one stage to the
  /// middle of the next.
  List<Ribbon.Path> stretches() {
    List<Ribbon.Path> paths = new ArrayList<>();
    int n = columns.stages();
    for (int edge = 0; edge <= n; edge++) {
      long customers =
          edge == 0
              ? lines.stages().getFirst().startCount()
              : lines.stages().get(edge - 1).onwardCount();
      double from = edge == 0 ? columns.left(0) : columns.within(edge - 1, 0.5);
      double to = edge == n ? columns.right() : columns.within(edge, 0.5);
      if (customers > 0) {
        paths.add(
            new Ribbon.Path(
                area(from, to),
                Tone.TRAIL,
                true,
                0,
                0,
                "",
                Kind.TRAVEL,
                edge == 0 ? null : ids.get(edge - 1),
                edge == n ? null : ids.get(edge),
                customers));
      }
    }
    return paths;
  }

  private void add(
      List<Ribbon.Path> paths,
      StringBuilder d,
      Kind kind,
      @Nullable UUID from,
      @Nullable UUID to,
      @Nullable Long customers) {
    if (!d.isEmpty()) {
      boolean lost = kind == Kind.LEAVE;
      paths.add(
          new Ribbon.Path(
              d.toString(),
              lost ? Tone.LOST : Tone.TRAIL,
              false,
              lost ? pen.width() * LOST_WIDER : pen.width(),
              1,
              "",
              kind,
              from,
              to,
              customers));
    }
  }

  private double bottomMost() {
    double most = center;
    for (List<Integer> edge : edges) {
      most = Math.max(most, center + edge.size() * gap / 2);
    }
    return most;
  }

  private Ribbon.Path bed() {
    return new Ribbon.Path(
        area(columns.left(0), columns.right()),
        Tone.TRAIL,
        true,
        0,
        0.12,
        "",
        Kind.TRAVEL,
        null,
        null,
        null);
  }

  private String area(double from, double to) {
    StringBuilder path = new StringBuilder();
    for (double x = from; x <= to; x += STEP) {
      path.append(path.isEmpty() ? "M" : "L").append(Paths.p(x, topAt(x) - 1));
    }
    for (double x = to; x >= from; x -= STEP) {
      path.append("L").append(Paths.p(x, lowest(x) + 1));
    }
    return path.append("Z").toString();
  }

  /// The lowest line: until lines leave they are it, then the lowest of those who stay.
  private double lowest(double x) {
    int k = stageAt(x);
    List<Integer> edge = edges.get(k);
    if (x < leaveX(columns, k) - 26 || leaving.get(k).isEmpty()) {
      return bottomAt(x);
    }
    for (Integer line : edge.reversed()) {
      if (!leaving.get(k).contains(line)) {
        return y(line, x);
      }
    }
    return topAt(x);
  }

  /// One line from where it comes over an edge to where it turns off.
  private void course(StringBuilder path, int line) {
    int first = -1;
    int last = -1;
    for (int k = 0; k < edges.size(); k++) {
      if (!Double.isNaN(offsets[k][line])) {
        first = first < 0 ? k : first;
        last = k;
      }
    }
    if (first < 0) {
      return;
    }
    double from = columns.left(first) + (first == 0 ? RibbonDrawing.jitter(line) * 10 : 0);
    double to =
        last < columns.stages()
            ? ends(last, line)
            : columns.right() - RibbonDrawing.jitter(line + 71) * 8;
    boolean open = false;
    for (double x = from; x < to + STEP; x += STEP) {
      double here = Math.min(x, to);
      path.append(open ? "L" : "M").append(Paths.p(here, y(line, here)));
      open = true;
    }
  }

  private double ends(int stage, int line) {
    int place = leaving.get(stage).indexOf(line);
    if (place >= 0) {
      return leaveX(columns, stage) - 22 - (leaving.get(stage).size() - place) * 0.5;
    }
    return columns.left(stage)
        + columns.width(stage) * (turning.get(stage).contains(line) ? 0.6 : 1);
  }

  private void peel(StringBuilder path, int stage, int line, int place, double floor) {
    double x = leaveX(columns, stage) - 22 - (leaving.get(stage).size() - place) * 0.5;
    double y = y(line, x);
    double spread =
        (leaving.get(stage).size() - place)
            * Math.min(5, columns.width(stage) * 0.3 / Math.max(1, leaving.get(stage).size()));
    double end = x + 22 + spread;
    double ground = floor - RibbonDrawing.jitter(line + 7) * 10;
    path.append("M")
        .append(Paths.p(x, y))
        .append("C")
        .append(Paths.p(x + 12 + spread * 0.6, y + 1))
        .append(" ")
        .append(Paths.p(end, y + (ground - y) * 0.35))
        .append(" ")
        .append(Paths.p(end, ground));
  }

  private void rise(StringBuilder path, int stage, int line, int place, double floor) {
    double x = columns.left(stage) + 14 + place * 4;
    double meet = columns.left(stage + 1);
    double y = y(line, meet);
    double middle = columns.within(stage, 0.75);
    path.append("M")
        .append(Paths.p(x, floor - RibbonDrawing.jitter(line) * 6))
        .append("C")
        .append(Paths.p(x, (floor + y) / 2))
        .append(" ")
        .append(Paths.p(x + 20, y))
        .append(" ")
        .append(Paths.p(middle, y))
        .append("H")
        .append(Paths.n(meet));
  }

  private double half(double x) {
    int k = stageAt(x);
    return blend(x, k, edges.get(k).size(), edges.get(k + 1).size()) * gap / 2;
  }

  private double y(int line, double x) {
    int k = stageAt(x);
    double now = offsets[k][line];
    double then = offsets[k + 1][line];
    double at;
    if (Double.isNaN(then)) {
      at = now;
    } else if (Double.isNaN(now)) {
      at = then;
    } else {
      at = blend(x, k, now, then);
    }
    return center + at + wave(x) + (RibbonDrawing.jitter(line * 31) - 0.5) * 0.5;
  }

  private int stageAt(double x) {
    return columns.at(x);
  }

  private double blend(double x, int stage, double from, double to) {
    double t = Math.clamp(((x - columns.left(stage)) / columns.width(stage) - 0.5) / 0.5, 0, 1);
    double smooth = t * t * (3 - 2 * t);
    return from + (to - from) * smooth;
  }

  private static double wave(double x) {
    return 3.2 * StrictMath.sin(x / 118) + 1.6 * StrictMath.sin(x / 47 + 1.3);
  }
}
