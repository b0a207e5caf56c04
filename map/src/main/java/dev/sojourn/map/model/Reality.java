package dev.sojourn.map.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What customers did on the ground of a map in one period. Counts only; shares are computed from
/// them.
///
/// @param from first instant of the period, null for no lower bound
/// @param to first instant after it, null for no upper bound
/// @param computedAt when it was counted; null when unknown
/// @param customers all whose journeys were laid over the map
/// @param stages at most one entry a stage
/// @param touchpoints at most one entry a touchpoint
/// @param flows how customers move from stage to stage; see [Flow]
/// @param returns who comes back to a stage
/// @param undrawn paths that many take and nobody drew
/// @param feelings measured feeling
/// @param fits journeys that fit the map without a deviation; null when not aligned
/// @param fitness mean fitness, 0 to 1; null when not aligned
/// @param coverage share of events that the map explains, 0 to 1; null when not aligned
/// @param sources where the data came from: file names, in words a reader knows
/// @param synthetic whether the data was made up
/// @param dataFingerprint names the data
public record Reality(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant computedAt,
    @Bounds(min = 0, max = 1e15) long customers,
    List<StageCount> stages,
    List<TouchpointCount> touchpoints,
    List<Flow> flows,
    List<Return> returns,
    List<UndrawnPath> undrawn,
    List<Feeling> feelings,
    @Bounds(min = 0, max = 1e15) @Nullable Long fits,
    @Bounds(min = 0, max = 1) @Nullable Double fitness,
    @Bounds(min = 0, max = 1) @Nullable Double coverage,
    List<String> sources,
    boolean synthetic,
    @Bounds(min = 1, max = 400) @Nullable String dataFingerprint) {

  public Reality {
    stages = List.copyOf(stages);
    touchpoints = List.copyOf(touchpoints);
    flows = List.copyOf(flows);
    returns = List.copyOf(returns);
    undrawn = List.copyOf(undrawn);
    feelings = List.copyOf(feelings);
    sources = List.copyOf(sources);
  }

  /// Customers who came to a stage.
  ///
  /// @param medianSecondsFromPrevious from first being in the stage before to first being here;
  ///   null for the first stage and without times
  public record StageCount(
      UUID stage,
      @Bounds(min = 0, max = 1e15) long customers,
      @Bounds(min = 0, max = 1e15) @Nullable Double medianSecondsFromPrevious) {}

  /// Customers who came to a touchpoint, of those who came to its stage.
  ///
  /// @param of the denominator of the share; 0 makes the share undefined
  public record TouchpointCount(
      UUID touchpoint,
      @Bounds(min = 0, max = 1e15) long customers,
      @Bounds(min = 0, max = 1e15) long of) {}

  /// Customers who go from one stage to the next one that is new to them. Each customer is followed
  /// through the stages in the order of first being there, so that each is counted once a stage,
  /// and as many leave a stage as come to it.
  ///
  /// @param from the stage left; null for those who set out
  /// @param to the stage reached; null for those who come to no further stage
  public record Flow(
      @Nullable UUID from, @Nullable UUID to, @Bounds(min = 0, max = 1e15) long customers) {}

  /// Customers who, from a stage, went back to one where they had been before; each counted once a
  /// pair.
  public record Return(UUID from, UUID to, @Bounds(min = 0, max = 1e15) long customers) {}

  /// Customers who go straight from one thing to another where the map has no way.
  ///
  /// @param fromStage the stage it leaves
  /// @param toStage the stage it comes back into; may be the same
  /// @param from what is left, in words
  /// @param to what is reached, in words
  public record UndrawnPath(
      UUID fromStage,
      UUID toStage,
      @Bounds(min = 1, max = 200) String from,
      @Bounds(min = 1, max = 200) String to,
      @Bounds(min = 0, max = 1e15) long customers) {}

  /// A measured feeling at a step, -5 to +5; null when it is undefined.
  ///
  /// @param needed answers that would be enough; null when there are enough
  public record Feeling(
      UUID step,
      @Bounds(min = 0, max = 1e15) long n,
      @Bounds(min = 0, max = 1e15) @Nullable Long needed,
      @Bounds(min = -5, max = 5) @Nullable Double mean,
      @Bounds(min = -5, max = 5) @Nullable Double low,
      @Bounds(min = -5, max = 5) @Nullable Double high) {}

  /// The same counts, with words for where the data came from.
  ///
  /// @param names file names, in words a reader knows
  /// @param madeUp whether the data was made up
  public Reality withSources(List<String> names, boolean madeUp) {
    return new Reality(
        from,
        to,
        computedAt,
        customers,
        stages,
        touchpoints,
        flows,
        returns,
        undrawn,
        feelings,
        fits,
        fitness,
        coverage,
        names,
        madeUp,
        dataFingerprint);
  }

  /// The count of a stage.
  public Optional<StageCount> stage(UUID stage) {
    return stages.stream().filter(s -> s.stage().equals(stage)).findFirst();
  }

  /// The count of a touchpoint.
  public Optional<TouchpointCount> touchpoint(UUID touchpoint) {
    return touchpoints.stream().filter(t -> t.touchpoint().equals(touchpoint)).findFirst();
  }
}
