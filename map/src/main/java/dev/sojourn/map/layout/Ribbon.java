package dev.sojourn.map.layout;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.layout.Scene.Anchor;
import dev.sojourn.map.model.JourneyMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The worn path as geometry: what [MapLayout] puts into a picture, for those who draw it
/// themselves. Paths are painted in their order, labels over them.
///
/// @param width the right edge of the last stage
/// @param height what the drawing takes, at least what was asked for
/// @param customersPerLine how many customers one line stands for; null without data
/// @param notDrawn ways back and ways that nobody drew that are too small to be drawn
public record Ribbon(
    double width,
    double height,
    List<Path> paths,
    List<Label> labels,
    @Nullable Long customersPerLine,
    int notDrawn) {

  public Ribbon {
    paths = List.copyOf(paths);
    labels = List.copyOf(labels);
  }

  /// What a path or a label is about.
  public enum Kind {
    /// Customers on their way over the edge between two stages.
    TRAVEL,
    /// Customers who come to no further stage.
    LEAVE,
    /// Customers who come back to a stage.
    RETURN,
    /// A way that customers take and nobody drew.
    UNDRAWN,
    /// The way as it was drawn.
    DESIGNED
  }

  /// One or more strokes, or an area.
  ///
  /// @param d in the notation of SVG
  /// @param fill whether it is an area; then it has no stroke
  /// @param opacity 0 for an area that is there to be pointed at
  /// @param dash lengths of dashes and gaps; empty for a solid line
  /// @param from the stage left; null where people set out, and where it is about no single stage
  /// @param to the stage reached; null where people leave
  /// @param customers behind it; null where it counts nobody
  public record Path(
      String d,
      Tone tone,
      boolean fill,
      double width,
      double opacity,
      String dash,
      Kind kind,
      @Nullable UUID from,
      @Nullable UUID to,
      @Nullable Long customers) {}

  /// Words on one line.
  ///
  /// @param y the base line
  /// @param strong the number that they begin with, semibold
  /// @param text what follows it, with its space
  public record Label(
      double x,
      double y,
      Anchor anchor,
      String strong,
      Tone strongTone,
      String text,
      Tone tone,
      Kind kind,
      @Nullable UUID from,
      @Nullable UUID to,
      long customers) {}

  /// The ribbon of a map in columns of any widths. A map without data gives the designed way alone.
  ///
  /// @param columns the left edge of every stage and the right edge of the last
  /// @param height wanted; small ways are left out when it is too little, and what cannot be left
  ///   out may still take more. Null for as much as everything needs
  /// @throws RefusedException when the columns are not those of the stages, or the height is none
  public static Ribbon of(JourneyMap map, List<Double> columns, @Nullable Double height) {
    if (height != null && !(height > 0 && height <= 10_000)) {
      throw new RefusedException("height", height + " is not a height; give 1 to 10,000");
    }
    return new RibbonDrawing(
            map, Columns.given(columns, map.stages().size()), RibbonPen.FINE, 0, height)
        .ribbon();
  }

  /// The ribbon of a map on an area of its own, in few strong lines without words: for a list of
  /// maps.
  public static Ribbon small(JourneyMap map, double width, double height) {
    Columns columns = Columns.even(0, width / map.stages().size(), map.stages().size());
    return new RibbonDrawing(map, columns, RibbonPen.BROAD, 0, height).ribbon();
  }
}
