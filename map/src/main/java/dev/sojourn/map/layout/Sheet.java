package dev.sojourn.map.layout;

import dev.sojourn.map.evidence.EvidenceBook;
import dev.sojourn.map.layout.Scene.Anchor;
import dev.sojourn.map.layout.Scene.Item;
import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.layout.Scene.Text;
import dev.sojourn.map.model.JourneyMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The paper while it is being laid out: columns, and the items so far. For one thread.
final class Sheet {

  /// Width of the column of lane titles.
  static final double LABELS = 100;

  private static final double ROOMY = 1088;
  private static final double NARROWEST = 188;

  final JourneyMap map;
  final EvidenceBook book;
  final EvidenceWords words;
  final double column;
  final Columns columns;
  final List<Item> items = new ArrayList<>();
  private final Map<UUID, Integer> stageOfStep = new HashMap<>();
  private final Map<UUID, Integer> stageIndex = new HashMap<>();

  Sheet(JourneyMap map, EvidenceBook book, EvidenceWords words) {
    this.map = map;
    this.book = book;
    this.words = words;
    column = Math.floor(Math.max(NARROWEST, ROOMY / map.stages().size()));
    columns = Columns.even(LABELS, column, map.stages().size());
    for (int i = 0; i < map.stages().size(); i++) {
      stageIndex.put(map.stages().get(i).id(), i);
    }
    map.steps().forEach(s -> stageOfStep.put(s.id(), stageIndex.getOrDefault(s.stage(), 0)));
  }

  /// How many stages there are.
  int stages() {
    return map.stages().size();
  }

  /// The left edge of a stage; with the number of stages, the right edge of the last.
  double left(int stage) {
    return columns.left(stage);
  }

  /// The right edge of the paper.
  double right() {
    return left(stages());
  }

  /// How wide words at the head and foot may run; on a wide map no wider than one page.
  double reading() {
    return Math.min(LABELS + ROOMY, right()) - 32;
  }

  /// The column of a stage.
  int stage(UUID id) {
    return stageIndex.getOrDefault(id, 0);
  }

  /// The column of a step.
  int stageOf(UUID step) {
    return stageOfStep.getOrDefault(step, 0);
  }

  void add(Item item) {
    items.add(item);
  }

  void rule(double x1, double y1, double x2, double y2) {
    add(
        new Scene.Line(
            "M" + Paths.n(x1) + " " + Paths.n(y1) + "L" + Paths.n(x2) + " " + Paths.n(y2),
            Tone.LINE,
            1,
            1,
            "",
            false));
  }

  /// The rules between columns, under the items from a place on.
  void columnRules(int under, double top, double bottom) {
    List<Item> over = new ArrayList<>(items.subList(under, items.size()));
    items.subList(under, items.size()).clear();
    for (int i = 0; i < stages(); i++) {
      rule(left(i) + 0.5, top, left(i) + 0.5, bottom);
    }
    items.addAll(over);
  }

  void text(double x, double y, String text, Face face, double size, Tone tone) {
    spans(x, y, Anchor.START, List.of(new Span(text, face, size, tone)), false);
  }

  void spans(double x, double y, Anchor anchor, List<Span> spans, boolean halo) {
    add(new Text(x, y, anchor, spans, halo));
  }

  /// Lines of one text; answers the height that they take.
  double lines(
      double x, double top, List<String> lines, Face face, double size, double leading, Tone tone) {
    double y = top;
    for (String line : lines) {
      text(x, y + leading - (leading - size) / 2 - size * 0.16, line, face, size, tone);
      y += leading;
    }
    return y - top;
  }

  /// Wrapped spans of one size; answers the height that they take.
  double wrapped(double x, double top, double width, double leading, List<Span> spans) {
    double y = top;
    for (List<Span> line : Typesetter.wrapSpans(spans, width)) {
      double size = line.getFirst().size();
      spans(x, y + leading - (leading - size) / 2 - size * 0.16, Anchor.START, line, false);
      y += leading;
    }
    return y - top;
  }

  /// The title of a row, at its left, with notes under it; answers the height that it takes.
  double rowTitle(double top, String title, List<String> notes) {
    double used = label(top + 10, title);
    for (String note : notes) {
      used += label(top + 12 + used, note);
    }
    return used + 20;
  }

  private double label(double top, String words) {
    return lines(
        16,
        top,
        Typesetter.wrap(words, Face.SANS, 12, LABELS - 24, 4),
        Face.SANS,
        12,
        16,
        Tone.INK_3);
  }
}
