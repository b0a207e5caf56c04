package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Scene;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Divides a scene among pages, in points. A map that fits is scaled; one whose letters would
/// become too small is cut between stages and rows, and the headings are said again on every page.
final class PdfPages {

  private static final double POINTS_A_PIXEL = 0.75;
  private static final double A3_WIDTH = 1190.55;
  private static final double A3_HEIGHT = 841.89;
  private static final double MARGIN = 28;

  /// Room for the line at the foot of a page.
  private static final double FOOT = 14;

  /// Points a pixel at which the smallest letters, of 12 pixels, are 6 points high.
  private static final double SMALLEST = 0.5;

  /// How wide words at the head and foot of a wide map run, in pixels.
  private static final double READING = 1190;

  /// Longer sides than this are refused by readers of PDF.
  private static final double LONGEST = 14_400;

  private final Scene scene;
  private final Scene.Grid grid;

  private PdfPages(Scene scene) {
    this.scene = scene;
    grid = scene.grid();
  }

  /// A page with the parts of the scene that it shows.
  ///
  /// @param numbered whether it says which page it is
  record Page(double width, double height, List<Tile> tiles, boolean numbered) {}

  /// A part of the scene on a page.
  ///
  /// @param area in pixels of the scene
  /// @param x where its left edge is, from the left of the page
  /// @param y where its upper edge is, from the top of the page
  record Tile(Rectangle2D area, double x, double y, double scale) {
    /// From pixels of the scene to points from the lower left of a page.
    AffineTransform transform(double pageHeight) {
      return new AffineTransform(
          scale, 0, 0, -scale, x - area.getX() * scale, pageHeight - y + area.getY() * scale);
    }
  }

  static List<Page> of(Scene scene, PageSize size) {
    return switch (size) {
      case FIT -> List.of(fit(scene));
      case A3 -> new PdfPages(scene).a3();
    };
  }

  private static Page fit(Scene scene) {
    double scale =
        Math.min(POINTS_A_PIXEL, LONGEST / Math.max(1, Math.max(scene.width(), scene.height())));
    Rectangle2D all = new Rectangle2D.Double(0, 0, scene.width(), scene.height());
    return new Page(
        scene.width() * scale, scene.height() * scale, List.of(new Tile(all, 0, 0, scale)), false);
  }

  private List<Page> a3() {
    double roomX = A3_WIDTH - 2 * MARGIN;
    double roomY = A3_HEIGHT - 2 * MARGIN - FOOT;
    double scale = Math.min(roomX / scene.width(), roomY / scene.height());
    Rectangle2D all = new Rectangle2D.Double(0, 0, scene.width(), scene.height());
    if (scale >= SMALLEST) {
      double fitting = Math.min(scale, 1);
      double left = MARGIN + (roomX - scene.width() * fitting) / 2;
      return List.of(
          new Page(A3_WIDTH, A3_HEIGHT, List.of(new Tile(all, left, MARGIN, fitting)), true));
    }
    List<Page> smallest = pages(roomX, roomY, SMALLEST);
    // As large as these pages have room for.
    double largest = Math.min(1, roomX / Math.min(scene.width(), READING));
    for (double larger = largest; larger > SMALLEST; larger -= 0.01) {
      List<Page> pages = pages(roomX, roomY, larger);
      if (pages.size() <= smallest.size()) {
        return pages;
      }
    }
    return smallest;
  }

  private List<Page> pages(double roomX, double roomY, double scale) {
    List<Page> pages = new ArrayList<>();
    for (double[] row : rows(roomY / scale)) {
      for (double[] column : columns(roomX / scale)) {
        if (column[0] == grid.columns().getFirst() || row[0] < grid.rows().getLast()) {
          pages.add(page(column, row, scale));
        }
      }
    }
    return pages;
  }

  /// From which x to which x the stages of each page go.
  private List<double[]> columns(double room) {
    double labels = grid.columns().getFirst();
    List<double[]> parts = new ArrayList<>();
    int from = 0;
    int last = grid.columns().size() - 1;
    while (from < last) {
      int to = from + 1;
      while (to < last && grid.columns().get(to + 1) - grid.columns().get(from) <= room - labels) {
        to++;
      }
      parts.add(new double[] {grid.columns().get(from), grid.columns().get(to)});
      from = to;
    }
    return parts;
  }

  /// From which y to which y the rows of each page go; the first has the title too.
  private List<double[]> rows(double room) {
    double heads = grid.headBottom() - grid.headTop();
    List<double[]> parts = new ArrayList<>();
    double from = grid.headBottom();
    double free = Math.max(room / 3, room - grid.headBottom());
    while (from < scene.height() - 1) {
      double to = cut(from, from + free);
      parts.add(new double[] {from, to});
      from = to;
      free = room - heads;
    }
    return parts;
  }

  /// The best place to cut at or above a height: the edge of a row, else between lines of text.
  private double cut(double from, double limit) {
    if (limit >= scene.height()) {
      return scene.height();
    }
    double edge = from;
    for (double row : grid.rows()) {
      if (row <= limit) {
        edge = Math.max(edge, row);
      }
    }
    if (edge > from + (limit - from) * 0.4) {
      return edge;
    }
    List<double[]> words =
        scene.items().stream()
            .filter(Scene.Text.class::isInstance)
            .map(Scene.Text.class::cast)
            .map(t -> {
              double size = t.spans().stream().mapToDouble(Scene.Span::size).max().orElse(12);
              return new double[] {t.y() - 1.2 * size, t.y() + 0.4 * size};
            })
            .filter(w -> w[1] > from && w[0] < limit)
            .toList();
    for (double y = limit; y > from + (limit - from) * 0.4; y--) {
      double here = y;
      if (words.stream().noneMatch(w -> w[0] < here && here < w[1])) {
        return y;
      }
    }
    return limit;
  }

  private Page page(double[] column, double[] row, double scale) {
    double labels = grid.columns().getFirst();
    boolean firstRow = row[0] == grid.headBottom();
    boolean firstColumn = column[0] == labels;
    double width = column[1] - column[0];
    double headTop = grid.headTop();
    double heads = grid.headBottom() - headTop;
    List<Tile> tiles = new ArrayList<>();
    double y = MARGIN;
    double all = Math.min(scene.width(), (A3_WIDTH - 2 * MARGIN) / scale);
    if (firstRow) {
      if (firstColumn) {
        tiles.add(tile(0, 0, all, headTop, MARGIN, y, scale));
      }
      // The headings of all pages of one row stand at one height, so that sheets can be joined.
      y += headTop * scale;
    }
    double x = MARGIN + labels * scale;
    double end = grid.rows().getLast();
    if (row[0] < end) {
      tiles.add(tile(column[0], headTop, width, heads, x, y, scale));
      y += heads * scale;
      double bottom = Math.min(row[1], end);
      tiles.add(tile(0, row[0], labels, bottom - row[0], MARGIN, y, scale));
      tiles.add(tile(column[0], row[0], width, bottom - row[0], x, y, scale));
      y += (bottom - row[0]) * scale;
    }
    if (firstColumn && row[1] > end) {
      double top = Math.max(row[0], end);
      tiles.add(tile(0, top, all, row[1] - top, MARGIN, y, scale));
    }
    return new Page(A3_WIDTH, A3_HEIGHT, tiles, true);
  }

  private static Tile tile(
      double x, double y, double width, double height, double toX, double toY, double scale) {
    return new Tile(new Rectangle2D.Double(x, y, width, height), toX, toY, scale);
  }
}
