package dev.sojourn.map.layout;

import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.EvidenceLevel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A finished layout: items in the order in which they are painted, in pixels from the upper left.
///
/// @param title what the picture shows, for those who cannot see it
/// @param description the same in sentences with numbers
/// @param synthetic whether its numbers are invented
/// @param grid where it can be cut into pages
public record Scene(
    double width,
    double height,
    String title,
    String description,
    boolean synthetic,
    Grid grid,
    List<Item> items) {

  public Scene {
    items = List.copyOf(items);
  }

  /// The lines at which a scene can be cut, and what is said again on every page.
  ///
  /// @param columns the left edge of every stage and the right edge of the last; what is left of
  ///   them are the titles of the rows
  /// @param headTop where the headings of the stages begin
  /// @param headBottom where they end
  /// @param rows the upper edges of the rows
  public record Grid(List<Double> columns, double headTop, double headBottom, List<Double> rows) {
    public Grid {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// The extent of the feeling tones, where there is a feeling.
  public Optional<FeelingScale> feelingScale() {
    return items.stream()
        .filter(FeelingScale.class::isInstance)
        .map(FeelingScale.class::cast)
        .findFirst();
  }

  /// Something on the paper.
  public sealed interface Item {}

  /// A rectangle.
  ///
  /// @param opacity of the fill, 0 to 1
  /// @param stroke null for no outline
  public record Box(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Tone fill,
      double opacity,
      @Nullable Tone stroke,
      double strokeWidth)
      implements Item {}

  /// A circle.
  public record Disc(
      double x, double y, double radius, Tone fill, @Nullable Tone stroke, double strokeWidth)
      implements Item {}

  /// A line along a path in the notation of SVG.
  ///
  /// @param dash lengths of dashes and gaps; empty for a solid line
  /// @param feeling whether the tone follows the height from good to bad instead
  public record Line(
      String path, Tone tone, double width, double opacity, String dash, boolean feeling)
      implements Item {}

  /// A filled path.
  public record Area(String path, Tone tone, double opacity, boolean feeling) implements Item {}

  /// Text on one line, in one or more cuts.
  ///
  /// @param x its start, middle or end
  /// @param y its base line
  /// @param halo whether it stands on lines and needs paper around it
  public record Text(double x, double y, Anchor anchor, List<Span> spans, boolean halo)
      implements Item {
    public Text {
      spans = List.copyOf(spans);
    }

    /// The width of the whole line.
    public double width() {
      return spans.stream().mapToDouble(Span::width).sum();
    }

    /// Where its first letter starts.
    public double left() {
      return switch (anchor) {
        case START -> x;
        case MIDDLE -> x - width() / 2;
        case END -> x - width();
      };
    }
  }

  /// Words in one cut and tone.
  public record Span(String text, Face face, double size, Tone tone) {
    /// Its width in pixels.
    public double width() {
      return face.width(text, size);
    }
  }

  /// The mark of an evidence level.
  public record Mark(EvidenceLevel level, double x, double y, double size) implements Item {}

  /// The icon of a channel, in the channel's tone.
  public record Icon(@Nullable ChannelKind channel, double x, double y, double size, boolean faded)
      implements Item {}

  /// Vertical extent in which the feeling tones run from good to bad.
  public record FeelingScale(double top, double bottom) implements Item {}

  /// Where `x` of a text lies.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }
}
