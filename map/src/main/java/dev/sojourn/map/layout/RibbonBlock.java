package dev.sojourn.map.layout;

import dev.sojourn.map.layout.Scene.Span;
import java.util.ArrayList;
import java.util.List;

/// Puts the worn path on the sheet.
final class RibbonBlock {

  private final Sheet sheet;
  private final double top;

  RibbonBlock(Sheet sheet, double top) {
    this.sheet = sheet;
    this.top = top;
  }

  /// Lays out the block; answers its height.
  double lay() {
    Ribbon ribbon = new RibbonDrawing(sheet.map, sheet.columns, RibbonPen.FINE, top, null).ribbon();
    for (Ribbon.Path path : ribbon.paths()) {
      if (path.opacity() == 0) {
        continue;
      }
      sheet.add(
          path.fill()
              ? new Scene.Area(path.d(), path.tone(), path.opacity(), false)
              : new Scene.Line(
                  path.d(), path.tone(), path.width(), path.opacity(), path.dash(), false));
    }
    for (Ribbon.Label label : ribbon.labels()) {
      List<Span> spans = new ArrayList<>();
      spans.add(new Span(label.strong(), Face.SANS_BOLD, 12, label.strongTone()));
      spans.add(new Span(label.text(), Face.SANS, 12, label.tone()));
      spans.removeIf(s -> s.text().isEmpty());
      sheet.spans(label.x(), label.y(), label.anchor(), spans, true);
    }
    List<String> notes = new ArrayList<>();
    Long unit = ribbon.customersPerLine();
    if (unit != null) {
      notes.add(
          unit == 1
              ? "one line is one customer"
              : "one line is " + Numbers.count(unit) + " customers");
    }
    if (ribbon.notDrawn() > 0) {
      notes.add(
          "and " + ribbon.notDrawn() + (ribbon.notDrawn() == 1 ? " smaller way" : " smaller ways"));
    }
    double title = sheet.rowTitle(top, "Worn path", notes);
    return Math.max(ribbon.height(), Math.max(110, title));
  }
}
