package dev.sojourn.kernel.result;

import dev.sojourn.kernel.spec.PathOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an analysis found. Lists are in the order in which they are shown: most first, ties by
/// name.
public sealed interface AnalysisResult {

  /// Units with at least one event after the filter, and those events.
  Population population();

  /// How many there are of what is counted.
  record Population(long units, long events) {}

  /// Counts of everything, how long journeys are and last. Times are null when no event has one.
  ///
  /// @param journeyLength events a journey; null when there is no journey
  /// @param durationSeconds last minus first time of a journey, over journeys that have times
  record Summary(
      Population population,
      long touchpoints,
      long variants,
      @Nullable Instant firstTime,
      @Nullable Instant lastTime,
      @Nullable Distribution journeyLength,
      @Nullable Distribution durationSeconds)
      implements AnalysisResult {}

  /// The directly-follows graph: every observed pair, most occurrences first.
  record Flow(Population population, List<Edge> edges, List<End> starts, List<End> ends)
      implements AnalysisResult {}

  /// One touchpoint directly after another.
  ///
  /// @param occurrences how often
  /// @param units units in whose journey it happens at least once
  /// @param elapsedSeconds null when no occurrence has both times
  record Edge(
      String from, String to, long occurrences, long units, @Nullable Elapsed elapsedSeconds) {}

  /// Units whose journey starts, or ends, with a touchpoint.
  record End(String touchpoint, long units) {}

  /// Distinct paths, most units first, ties by path.
  ///
  /// @param distinct how many there are in all
  /// @param otherVariants how many are not listed
  /// @param otherUnits units on those
  record Variants(
      Population population,
      List<Variant> variants,
      long distinct,
      long otherVariants,
      long otherUnits)
      implements AnalysisResult {}

  /// One path and the units on it.
  record Variant(List<String> path, long units, Rate share) {}

  /// What units do step by step. For every node the units that come to it are those that go on by
  /// its links, and those that do not, by the reason.
  ///
  /// @param units units that have a path
  /// @param nodes by step, away from where the path is anchored; most units first, ties by name,
  ///   the rest of a step last
  /// @param links in the same order of steps; most units first, ties by name
  /// @param top whole paths, most units first
  /// @param distinct how many whole paths there are in all
  /// @param otherUnits units on those that are not listed
  record Paths(
      Population population,
      long units,
      List<PathNode> nodes,
      List<PathLink> links,
      List<WholePath> top,
      long distinct,
      long otherUnits)
      implements AnalysisResult {}

  /// A touchpoint at a step of paths, or all of a step that are not told apart.
  ///
  /// @param step from 1; from -1 down when steps are counted back from an end
  /// @param touchpoint null for those that are not told apart
  /// @param touchpoints how many touchpoints it is
  /// @param ended by what became of the units that do not go on from here
  record PathNode(
      int step,
      @Nullable String touchpoint,
      int touchpoints,
      long units,
      Map<PathOutcome, Long> ended) {}

  /// Units that go from a node to one of the next step, in order of time.
  ///
  /// @param step of the node that comes first in time
  /// @param from null for what is not told apart
  /// @param to the same
  record PathLink(int step, @Nullable String from, @Nullable String to, long units) {}

  /// A path and what became of the units on it.
  record WholePath(List<String> path, PathOutcome outcome, long units, Rate share) {}

  /// One entry a step.
  record Funnel(Population population, List<FunnelStep> steps) implements AnalysisResult {}

  /// How many came to a step.
  ///
  /// @param step from 1
  /// @param touchpoints what counts as the step
  /// @param reached units that came here
  /// @param inProgress units that came here, no further, and whose window is still open
  /// @param dropped units that came here, no further, and no longer can
  /// @param rateFromStart reached over reached of the first step
  /// @param rateFromPrevious reached over reached of the step before; null for the first step
  /// @param elapsedSeconds time since the step before; null for the first step and without times
  record FunnelStep(
      int step,
      List<String> touchpoints,
      long reached,
      long inProgress,
      long dropped,
      Rate rateFromStart,
      @Nullable Rate rateFromPrevious,
      @Nullable Elapsed elapsedSeconds) {}

  /// Sessions, with their length and how long they last; null when there is none.
  record Sessions(
      Population population,
      long sessions,
      @Nullable Distribution lengthEvents,
      @Nullable Distribution durationSeconds)
      implements AnalysisResult {}

  /// One entry a stage, in the order of the spec.
  record Dwell(Population population, List<StageDwell> stages) implements AnalysisResult {}

  /// How long units stay in a stage.
  ///
  /// @param entries times that a unit came into the stage
  /// @param median of closed stays in seconds, from entry to the first event of another stage; null
  ///   when none is closed or timed
  /// @param p90 nearest rank, as above
  /// @param open stays that no later event of another stage ended
  /// @param forward closed stays that were left to a later stage
  /// @param backward closed stays that were left to an earlier stage
  /// @param lost units whose last mapped event is in this stage, unless it is the last stage
  record StageDwell(
      String stage,
      long entries,
      @Nullable Double median,
      @Nullable Double p90,
      long open,
      long forward,
      long backward,
      long lost) {}

  /// How well journeys fit a plan.
  ///
  /// @param fitnessMean mean over units of 1 - cost / (journey length + cheapest plan length)
  /// @param fitnessLog 1 - sum of costs / sum of worst costs
  /// @param fits units with cost 0
  /// @param complete units whose journey leaves out nothing that the plan asks for
  /// @param skipped mandatory touchpoints of the plan that do not occur in the journey at all
  /// @param unexpected touchpoints that the plan does not know
  /// @param deviations every deviation by kind and touchpoint, most units first
  record Alignment(
      Population population,
      @Nullable Double fitnessMean,
      @Nullable Double fitnessLog,
      Rate fits,
      Rate complete,
      long totalCost,
      List<Skipped> skipped,
      List<Unexpected> unexpected,
      List<Deviation> deviations,
      Coverage coverage)
      implements AnalysisResult {}

  /// A touchpoint that the plan asks for and units never came to.
  record Skipped(String touchpoint, long units) {}

  /// A touchpoint that the plan does not know.
  record Unexpected(String touchpoint, long units, long occurrences) {}

  /// A kind of deviation at a touchpoint.
  record Deviation(
      DeviationKind kind, String touchpoint, long units, long occurrences, Rate share) {}

  /// How a journey can differ from a plan.
  enum DeviationKind {
    /// The plan asks for it and the journey does not have it at all.
    SKIPPED,
    /// The journey has it, the plan does not know it.
    UNEXPECTED,
    /// The journey has it in another place than the plan.
    OUT_OF_ORDER,
    /// The journey has it more often than the plan allows.
    REPEATED,
    /// The journey has it, but less often than the plan asks for it.
    TOO_SELDOM
  }

  /// How much of what happened the plan explains, and how much of the plan happens.
  ///
  /// @param events events that the plan explains, over all events
  /// @param touchpoints touchpoints of the plan that were ever matched, over all of the plan
  /// @param arrows arrows of the plan that were ever walked, over all of the plan; an arrow is a
  ///   pair of touchpoints the second of which can directly follow the first
  /// @param matched every touchpoint of the plan, most units first; those that never happen have 0
  record Coverage(Rate events, Rate touchpoints, Rate arrows, List<Matched> matched) {}

  /// A touchpoint of the plan and the units that came to it where the plan asks for it.
  record Matched(String touchpoint, long units, long occurrences) {}
}
