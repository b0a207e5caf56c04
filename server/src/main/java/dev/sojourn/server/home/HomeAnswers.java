package dev.sojourn.server.home;

import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.server.collect.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answers to the four questions of Home.
///
/// @param firstDay whether there is no map yet
/// @param changed newest first
/// @param hurts most customers first, at most three
/// @param due what is overdue first
public record HomeAnswers(
    boolean firstDay, List<Line> changed, List<Line> hurts, List<Line> due, Flowing flowing) {

  public HomeAnswers {
    changed = List.copyOf(changed);
    hurts = List.copyOf(hurts);
    due = List.copyOf(due);
  }

  /// What a line is about.
  public enum Kind {
    VERDICT,
    NEW_PATH,
    DROP_OFF,
    CONTRADICTED,
    REVIEW,
    STALE,
    FAILED_CHECK,
    UNBOUND,
    NOT_SEEN
  }

  /// A line that leads to its place.
  ///
  /// @param level null when it is not about evidence
  /// @param map where it leads
  /// @param element on the map; null for the map as a whole
  /// @param target a place outside of maps; null when there is a map
  /// @param number customers, or how many of something
  /// @param of the denominator of `number`
  /// @param at when it happened or is due
  public record Line(
      Kind kind,
      String title,
      @Nullable String detail,
      @Nullable EvidenceLevel level,
      @Nullable Place map,
      @Nullable UUID element,
      @Nullable String target,
      @Nullable Long number,
      @Nullable Long of,
      @Nullable Instant at) {}

  /// A map by id and title.
  public record Place(String id, String title) {}

  /// Events as they came in.
  ///
  /// @param rejected rows that are no events, of all sources
  public record Flowing(
      long events,
      long customers,
      @Nullable Instant dataThrough,
      long rejected,
      List<Source> sources) {
    public Flowing {
      sources = List.copyOf(sources);
    }
  }
}
