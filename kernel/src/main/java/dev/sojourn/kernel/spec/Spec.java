package dev.sojourn.kernel.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question over journeys, as a person could have written it.
///
/// Without a lens a touchpoint is an event name. Every question has a [#filter()] and a
/// [#during()]. `during` selects the entries of a [Funnel] and the visible events of every other
/// question.
public sealed interface Spec {

  /// Which events the question can see.
  EventFilter filter();

  /// The period asked about, half-open.
  Period during();

  /// The name of the analysis, as in the JSON form.
  String analysis();

  /// How many touchpoints, variants and events there are, how long journeys are and last.
  record Summary(EventFilter filter, Period during) implements Spec {
    @Override
    public String analysis() {
      return "summary";
    }
  }

  /// Which touchpoint directly follows which, how often and after how long.
  record Flow(EventFilter filter, Period during) implements Spec {
    @Override
    public String analysis() {
      return "flow";
    }
  }

  /// The distinct paths of whole journeys.
  ///
  /// @param top how many are listed, at least 1; the rest is summed up
  record Variants(int top, EventFilter filter, Period during) implements Spec {
    /// How many are listed when nothing is said.
    public static final int DEFAULT_TOP = 50;

    @Override
    public String analysis() {
      return "variants";
    }
  }

  /// What units do from one touchpoint on, up to one, or between two.
  ///
  /// @param start the path begins with the first of these; empty for the first event of the journey
  /// @param end the path ends with one of these; empty for no end. With a start it is the first
  ///   after it, without one the last of the journey, and steps are counted backwards from it
  /// @param collapse whether equal touchpoints in a row are one step
  /// @param maxSteps where a path is cut, at least 1
  /// @param rowsPerStep how many touchpoints of a step are told apart, at least 1; the others are
  ///   one
  /// @param timeout a gap longer than this ends a path; null for no limit
  /// @param top how many whole paths are listed, at least 1
  record Paths(
      List<String> start,
      List<String> end,
      boolean collapse,
      int maxSteps,
      int rowsPerStep,
      @Nullable Duration timeout,
      int top,
      EventFilter filter,
      Period during)
      implements Spec {
    /// Where a path is cut when nothing is said.
    public static final int DEFAULT_STEPS = 5;

    /// How many touchpoints of a step are told apart when nothing is said.
    public static final int DEFAULT_ROWS = 8;

    /// How many whole paths are listed when nothing is said.
    public static final int DEFAULT_TOP = 10;

    /// The most steps, and touchpoints of a step, that can be asked for.
    public static final int MOST = 1_000;

    public Paths {
      start = List.copyOf(start);
      end = List.copyOf(end);
    }

    @Override
    public String analysis() {
      return "paths";
    }
  }

  /// How far units come along ordered steps; other events may lie between.
  ///
  /// @param steps at least one; each is one or more touchpoints, any of which is the step
  /// @param window the longest time from the first step to the last, inclusive; null for no limit
  record Funnel(
      List<List<String>> steps, @Nullable Duration window, EventFilter filter, Period during)
      implements Spec {
    public Funnel {
      steps = steps.stream().map(List::copyOf).toList();
    }

    @Override
    public String analysis() {
      return "funnel";
    }
  }

  /// Journeys split by inactivity.
  ///
  /// @param timeout a gap longer than this starts a new session; a gap of exactly this does not
  record Sessions(Duration timeout, EventFilter filter, Period during) implements Spec {
    /// The timeout when nothing is said.
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    @Override
    public String analysis() {
      return "sessions";
    }
  }

  /// How long units stay in each stage.
  ///
  /// @param stages the stages in order, each with its touchpoints; a touchpoint is in one stage
  ///   only
  record Dwell(Map<String, List<String>> stages, EventFilter filter, Period during)
      implements Spec {
    public Dwell {
      stages = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(stages));
    }

    @Override
    public String analysis() {
      return "dwell";
    }
  }

  /// Journeys held against a plan.
  ///
  /// @param plan the expected journey
  /// @param unmatched whether touchpoints that the plan does not know count against a journey
  /// @param unfinished whether what is still missing at the end of a journey counts against it
  record Alignment(
      PlanElement plan,
      Unmatched unmatched,
      Unfinished unfinished,
      EventFilter filter,
      Period during)
      implements Spec {
    @Override
    public String analysis() {
      return "alignment";
    }
  }

  /// What to make of touchpoints that the plan does not know.
  enum Unmatched {
    /// They are deviations, each with cost 1.
    UNEXPECTED,
    /// They are left out before journeys are aligned.
    OUT_OF_SCOPE
  }

  /// What to make of journeys that end before the plan does.
  enum Unfinished {
    /// Every mandatory element that is missing costs 1.
    COMPLETE,
    /// The part of the plan still ahead costs nothing.
    PREFIX
  }
}
