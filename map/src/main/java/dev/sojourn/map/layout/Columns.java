package dev.sojourn.map.layout;

import dev.sojourn.kernel.spec.RefusedException;
import java.util.List;

/// The columns of the stages: the left edge of every stage, and the right edge of the last.
record Columns(List<Double> edges) {

  /// The narrowest column that a ribbon can be drawn in.
  private static final double NARROWEST = 24;

  /// Beyond this no paper and no screen is.
  private static final double WIDEST = 1e6;

  Columns {
    edges = List.copyOf(edges);
  }

  /// Columns of one width.
  static Columns even(double left, double width, int stages) {
    return new Columns(
        java.util.stream.IntStream.rangeClosed(0, stages).mapToObj(i -> left + i * width).toList());
  }

  /// Edges that somebody else gave.
  ///
  /// @throws RefusedException when they are not those of so many stages, from left to right
  static Columns given(List<Double> edges, int stages) {
    if (edges.size() != stages + 1) {
      throw new RefusedException(
          "columns",
          "has "
              + edges.size()
              + " numbers; give "
              + (stages + 1)
              + ": the left edge of every stage and the right edge of the last");
    }
    for (int i = 0; i < edges.size(); i++) {
      double x = edges.get(i);
      if (!(x >= 0 && x <= WIDEST)) {
        throw new RefusedException("columns[" + i + "]", x + " is not a place on the paper");
      }
      if (i > 0 && x - edges.get(i - 1) < NARROWEST) {
        throw new RefusedException(
            "columns[" + i + "]",
            x + " is less than 24 to the right of " + edges.get(i - 1) + "; give wider columns");
      }
    }
    return new Columns(edges);
  }

  /// How many stages there are.
  int stages() {
    return edges.size() - 1;
  }

  /// The left edge of a stage; with the number of stages, the right edge of the last.
  double left(int stage) {
    return edges.get(stage);
  }

  /// The right edge of the last stage.
  double right() {
    return edges.getLast();
  }

  /// The width of a stage.
  double width(int stage) {
    return edges.get(stage + 1) - edges.get(stage);
  }

  /// A place within a stage, 0 at its left edge, 1 at its right.
  double within(int stage, double share) {
    return left(stage) + width(stage) * share;
  }

  /// The stage at a place; the first or last beyond the edges.
  int at(double x) {
    for (int k = 1; k < stages(); k++) {
      if (x < edges.get(k)) {
        return k - 1;
      }
    }
    return stages() - 1;
  }
}
