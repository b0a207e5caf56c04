package dev.sojourn.server.atlas;

import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.Reality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What events and people say about a map as it is now.
///
/// @param checkedAt when it was held against the data
/// @param checkedRevision which revision of the map was
/// @param from first instant of the data; null when unknown
/// @param to first instant after it; null when unknown
/// @param dataThrough the time of the latest event; null when no event has one
/// @param synthetic whether the data was made up
/// @param customers whose journeys it was held against
/// @param fits customers whose journeys fit without a deviation; null when nothing was aligned
/// @param fitness mean fitness, 0 to 1; null when nothing was aligned
/// @param coverage share of events that the map explains; null when nothing was aligned
/// @param sentence how map and data agree, in one sentence
/// @param marks by the id of the element
/// @param claims written ones and those that the drawing makes
/// @param stages in the order of the map
/// @param touchpoints in the order of the map
/// @param unmapped events that nothing on the map is bound to, most customers first, at most 200
/// @param sources where the data came from
public record MapEvidence(
    Instant checkedAt,
    long checkedRevision,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant dataThrough,
    boolean synthetic,
    long customers,
    @Nullable Long fits,
    @Nullable Double fitness,
    @Nullable Double coverage,
    String sentence,
    Map<UUID, Mark> marks,
    List<ClaimVerdict> claims,
    List<StageReality> stages,
    List<TouchpointReality> touchpoints,
    List<Reality.Flow> flows,
    List<Reality.Return> returns,
    List<Reality.UndrawnPath> undrawn,
    List<Reality.Feeling> feelings,
    List<Unmapped> unmapped,
    List<String> sources) {

  public MapEvidence {
    marks = Map.copyOf(marks);
    claims = List.copyOf(claims);
    stages = List.copyOf(stages);
    touchpoints = List.copyOf(touchpoints);
    flows = List.copyOf(flows);
    returns = List.copyOf(returns);
    undrawn = List.copyOf(undrawn);
    feelings = List.copyOf(feelings);
    unmapped = List.copyOf(unmapped);
    sources = List.copyOf(sources);
  }

  /// How well an element is supported.
  ///
  /// @param word beside the mark, with its number
  /// @param sentence what events show; null when no check decided
  /// @param claim the claim whose check decided; null when none did
  public record Mark(
      EvidenceLevel level,
      String word,
      @Nullable String sentence,
      @Nullable UUID claim,
      @Nullable Long n,
      @Nullable Long needed,
      @Nullable Double observed,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Verdict verdict) {}

  /// A claim and how its check came out.
  ///
  /// @param sentence what events show; null when it was not checked
  public record ClaimVerdict(
      UUID claim,
      UUID element,
      String statement,
      EvidenceLevel level,
      Verdict verdict,
      @Nullable String sentence,
      @Nullable Long n,
      @Nullable Long needed,
      @Nullable Double observed,
      @Nullable Double low,
      @Nullable Double high) {}

  /// Customers at a stage.
  ///
  /// @param conversion of the customers of the stage before, those who came here next; null for the
  ///   first stage
  /// @param dropOff of the customers here, those who come to no further stage; null for the last
  ///   stage
  /// @param lost the same as a count
  /// @param dwell closed stays; null when the stage has none
  public record StageReality(
      UUID stage,
      long customers,
      @Nullable Share conversion,
      @Nullable Share dropOff,
      long lost,
      @Nullable Double medianSecondsFromPrevious,
      @Nullable Dwell dwell) {}

  /// How long customers stay, in seconds.
  public record Dwell(@Nullable Double median, @Nullable Double p90) {}

  /// Customers at a touchpoint, of those of its stage.
  ///
  /// @param customers null when events cannot tell
  /// @param of null when events cannot tell
  public record TouchpointReality(
      UUID touchpoint, @Nullable Long customers, @Nullable Long of, Sight state) {}

  /// Whether a touchpoint is seen in events.
  public enum Sight {
    SEEN,
    /// It is bound, and no customer came to it.
    NOT_SEEN,
    UNBOUND,
    /// It is bound, but was not counted: it is placed on no step, or bound since the check.
    NOT_COUNTED,
    /// The map says that no event can show it.
    NOT_OBSERVABLE
  }

  /// An event name that nothing on the map is bound to.
  public record Unmapped(String name, long customers, long events) {}

  /// A share with its 95 % interval; value and bounds are null when it is undefined.
  public record Share(
      long n, long d, @Nullable Double value, @Nullable Double low, @Nullable Double high) {

    /// The share of a rate.
    public static Share of(Rate rate) {
      return new Share(
          rate.n(), rate.d(), orNull(rate.value()), orNull(rate.low()), orNull(rate.high()));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
      return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
  }
}
