package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.align.AlignmentFold;
import dev.sojourn.kernel.align.AlignmentPlan;
import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.lens.Lens;
import dev.sojourn.kernel.lens.LensedParts;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.PathOutcome;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Binds a spec to a snapshot: names become numbers, durations ticks, and whatever does not fit is
/// refused, all at once. Folds never check again.
///
/// A name that the data does not have is no fault here: it never occurs. Whether somebody mistyped
/// it is told by [UnknownNames].
public final class Planner {

  private final Spec spec;
  private final Journeys journeys;
  private final Tick tick;
  private final Problems problems = new Problems();

  private Planner(Spec spec, Journeys journeys) {
    this.spec = spec;
    this.journeys = journeys;
    tick = journeys.tick();
  }

  /// Binds a spec.
  ///
  /// @throws RefusedException when the spec does not fit the data, with all problems
  public static Plan plan(Spec spec, Journeys journeys) {
    return new Planner(spec, journeys).plan();
  }

  /// Binds the question who is inside a count of the answer to a spec.
  ///
  /// @throws RefusedException when the spec, the count or the page does not fit, with all problems
  public static InsidePlan inside(Spec spec, Count count, UnitPage page, Journeys journeys) {
    return new Planner(spec, journeys).inside(count, page);
  }

  private Plan plan() {
    Lens lens = lens(journeys.vocabulary(), spec.filter());
    Fold<?, ? extends AnalysisResult> fold = fold(lens);
    List<? extends JourneyPart> parts =
        switch (spec) {
          case Spec.Funnel funnel when lens.hidesNothing() -> entered(funnel, lens);
          case Spec.Paths paths when isAnchoredInAll(paths, lens) ->
              LensedParts.having(journeys, lens, numbers(anchors(paths), lens));
          default -> visible(lens);
        };
    return new Plan(parts, fold);
  }

  /// A journey without the second step comes to depth 1, if every first step is an entry.
  private List<? extends JourneyPart> entered(Spec.Funnel funnel, Lens lens) {
    Set<Integer> first = touchpoints(funnel, 0, lens);
    FunnelSteps bound = steps(funnel, lens);
    return bound.allEntries()
        ? LensedParts.entered(
            journeys, lens, first, touchpoints(funnel, 1, lens), bound.quietThrough())
        : LensedParts.having(journeys, lens, first);
  }

  private List<? extends JourneyPart> visible(Lens lens) {
    Period period = spec instanceof Spec.Funnel ? Period.ALWAYS : spec.during();
    return LensedParts.of(journeys, lens, fromTick(period), toTick(period));
  }

  private InsidePlan inside(Count count, UnitPage page) {
    Lens lens = lens(journeys.vocabulary(), spec.filter());
    fold(lens);
    if (page.limit() < 1 || page.limit() > UnitPage.MAX_LIMIT) {
      problems.add(
          "limit", page.limit() + " is not a number from 1 to " + UnitPage.MAX_LIMIT + ".");
    }
    Supplier<Members> members = members(count, lens);
    problems.refuse();
    // What a count surely needs of a journey spares the reading of the others.
    boolean narrow = lens.hidesNothing() && visibleAlways();
    Set<Integer> needed = narrow ? needed(count, lens) : Set.of();
    List<? extends JourneyPart> parts =
        needed.isEmpty() ? visible(lens) : LensedParts.having(journeys, lens, needed);
    return new InsidePlan(parts, new InsideFold(lens.touchpoints(), members, page, journeys));
  }

  private boolean visibleAlways() {
    return spec instanceof Spec.Funnel || spec.during().equals(Period.ALWAYS);
  }

  private Set<Integer> needed(Count count, Lens lens) {
    return switch (count) {
      case Count.FunnelStep _ when spec instanceof Spec.Funnel f -> touchpoints(f, 0, lens);
      case Count.Edge edge -> Set.of(lens.number(edge.to()));
      case Count.Start start -> Set.of(lens.number(start.touchpoint()));
      case Count.End end -> Set.of(lens.number(end.touchpoint()));
      case Count.Variant variant -> Set.of(lens.number(variant.path().getFirst()));
      case Count.Touchpoint touchpoint ->
          touchpoint.names().stream().map(lens::number).collect(Collectors.toSet());
      case Count.FunnelStep _, Count.PathNode _, Count.PathLink _, Count.All _ -> Set.of();
    };
  }

  private Supplier<Members> members(Count count, Lens lens) {
    return switch (count) {
      case Count.FunnelStep c -> funnelMembers(c, lens);
      case Count.Edge c -> Members.edge(lens.number(c.from()), lens.number(c.to()));
      case Count.Start c -> Members.start(lens.number(c.touchpoint()));
      case Count.End c -> Members.end(lens.number(c.touchpoint()));
      case Count.Variant c -> {
        if (c.path().isEmpty()) {
          problems.add("count.path", "is empty; a path has at least one touchpoint.");
        }
        yield Members.variant(c.path().stream().mapToInt(lens::number).toArray());
      }
      case Count.Touchpoint c -> {
        if (c.names().isEmpty()) {
          problems.add("count.names", "is empty; name at least one touchpoint.");
        }
        boolean[] wanted = new boolean[lens.touchpoints().size()];
        c.names().stream().map(lens::number).filter(n -> n >= 0).forEach(n -> wanted[n] = true);
        yield Members.touchpoint(wanted);
      }
      case Count.PathNode c -> pathMembers(c.step(), c.at(), null, c.outcome(), lens);
      case Count.PathLink c -> pathMembers(c.step(), c.from(), c.to(), null, lens);
      case Count.All _ -> Members.all();
    };
  }

  /// @param next where it goes on, in order of time; null for anywhere
  /// @param outcome how the path ends there; null for anyhow
  private Supplier<Members> pathMembers(
      int step,
      Count.Choice at,
      Count.@Nullable Choice next,
      @Nullable PathOutcome outcome,
      Lens lens) {
    if (!(spec instanceof Spec.Paths paths)) {
      problems.add("count.kind", "PATH_NODE and PATH_LINK open numbers of paths only.");
      return Members.all();
    }
    PathCut cut = cut(paths, lens);
    boolean backward = cut.isBackward();
    int place = backward ? -1 - step : step - 1;
    int other = backward ? place - 1 : place + 1;
    int most = paths.maxSteps() - 1;
    if (place < 0 || place > most || (next != null && (other < 0 || other > most))) {
      problems.add(
          "count.step",
          step
              + " is not a step of these paths; they have "
              + paths.maxSteps()
              + (backward ? ", counted from -1 down." : ", counted from 1."));
    }
    boolean[] here = chosen(at, lens);
    boolean[] there = next == null ? null : chosen(next, lens);
    return () -> new PathMembers(cut, place, here, other, there, outcome);
  }

  private static boolean[] chosen(Count.Choice choice, Lens lens) {
    boolean[] chosen = new boolean[lens.touchpoints().size()];
    Arrays.fill(chosen, choice.except());
    numbers(choice.names(), lens).forEach(n -> chosen[n] = !choice.except());
    return chosen;
  }

  private Supplier<Members> funnelMembers(Count.FunnelStep count, Lens lens) {
    if (!(spec instanceof Spec.Funnel funnel)) {
      problems.add("count.kind", "FUNNEL_STEP opens a number of a funnel only.");
      return Members.all();
    }
    if (count.step() < 1 || count.step() > funnel.steps().size()) {
      problems.add(
          "count.step",
          count.step() + " is not a step of this funnel; it has " + funnel.steps().size() + ".");
    }
    FunnelSteps bound = steps(funnel, lens);
    return () -> new FunnelMembers(bound, count.step(), count.outcome());
  }

  private static Set<Integer> touchpoints(Spec.Funnel funnel, int step, Lens lens) {
    return funnel.steps().stream()
        .skip(step)
        .limit(1)
        .flatMap(List::stream)
        .map(lens::number)
        .collect(Collectors.toSet());
  }

  private static Lens lens(Vocabulary vocabulary, EventFilter filter) {
    if (filter.names().isEmpty()) {
      return Lens.of(vocabulary, name -> name);
    }
    Set<String> visible = new HashSet<>(filter.names());
    return Lens.of(vocabulary, name -> visible.contains(name) ? name : null);
  }

  private Fold<?, ? extends AnalysisResult> fold(Lens lens) {
    return switch (spec) {
      case Spec.Summary _ -> checked(new SummaryFold(tick));
      case Spec.Flow _ -> checked(new FlowFold(lens.touchpoints(), tick));
      case Spec.Variants s -> variants(s, lens);
      case Spec.Funnel s -> funnel(s, lens);
      case Spec.Paths s -> paths(s, lens);
      case Spec.Sessions s -> sessions(s);
      case Spec.Dwell s -> dwell(s, lens);
      case Spec.Alignment s -> alignment(s, lens);
    };
  }

  private <F> F checked(F fold) {
    problems.refuse();
    return fold;
  }

  private Fold<?, ? extends AnalysisResult> variants(Spec.Variants s, Lens lens) {
    if (s.top() < 1) {
      problems.add("top", s.top() + " is not a number of variants to list; give 1 or more.");
    }
    return checked(new VariantsFold(lens.touchpoints(), s.top()));
  }

  /// Whether only journeys with an anchor have to be seen.
  private static boolean isAnchoredInAll(Spec.Paths s, Lens lens) {
    return lens.hidesNothing() && s.during().equals(Period.ALWAYS) && !anchors(s).isEmpty();
  }

  private static List<String> anchors(Spec.Paths s) {
    return s.start().isEmpty() ? s.end() : s.start();
  }

  private static Set<Integer> numbers(List<String> touchpoints, Lens lens) {
    return touchpoints.stream().map(lens::number).filter(n -> n >= 0).collect(Collectors.toSet());
  }

  private Fold<?, ? extends AnalysisResult> paths(Spec.Paths s, Lens lens) {
    PathCut cut = cut(s, lens);
    return checked(
        new PathsFold(
            lens.touchpoints(),
            cut,
            s.rowsPerStep(),
            s.top(),
            isAnchoredInAll(s, lens) ? new Population(journeys.units(), journeys.events()) : null));
  }

  private PathCut cut(Spec.Paths s, Lens lens) {
    upTo(Spec.Paths.MOST, "maxSteps", s.maxSteps());
    upTo(Spec.Paths.MOST, "rowsPerStep", s.rowsPerStep());
    upTo(Spec.Paths.MOST, "top", s.top());
    Duration timeout = s.timeout();
    if (timeout != null) {
      mustLast("timeout", timeout);
    }
    return new PathCut(
        flags(s.start(), lens),
        flags(s.end(), lens),
        s.collapse(),
        s.maxSteps(),
        timeout == null ? Long.MAX_VALUE : ticks(timeout),
        timeout == null ? Long.MAX_VALUE : openFrom(timeout, s.during()));
  }

  /// What comes after a period is not looked at, just as what comes after the data is not known.
  private long openFrom(Duration timeout, Period during) {
    if (journeys.dataThrough() == JourneyBlock.UNTIMED) {
      return Long.MAX_VALUE;
    }
    Instant through = tick.instant(journeys.dataThrough());
    Instant to = during.to();
    Instant known = to != null && to.isBefore(through) ? to : through;
    try {
      return tick.ceil(known.minus(timeout).plusNanos(1));
    } catch (ArithmeticException | DateTimeException longerThanTime) {
      return Long.MIN_VALUE + 1;
    }
  }

  private void upTo(int most, String field, int value) {
    if (value < 1 || value > most) {
      problems.add(field, value + " is not a number from 1 to " + most + ".");
    }
  }

  private static boolean @Nullable [] flags(List<String> names, Lens lens) {
    if (names.isEmpty()) {
      return null;
    }
    boolean[] flags = new boolean[lens.touchpoints().size()];
    numbers(names, lens).forEach(n -> flags[n] = true);
    return flags;
  }

  private void mustLast(String field, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      problems.add(
          field, duration + " is not a stretch of time; give a longer one, such as PT30M.");
    }
  }

  private Fold<?, ? extends AnalysisResult> sessions(Spec.Sessions s) {
    mustLast("timeout", s.timeout());
    return checked(new SessionsFold(ticks(s.timeout()), tick));
  }

  private Fold<?, ? extends AnalysisResult> funnel(Spec.Funnel s, Lens lens) {
    FunnelSteps bound = steps(s, lens);
    return checked(
        new FunnelFold(
            s.steps(),
            bound,
            tick,
            lens.hidesNothing() ? new Population(journeys.units(), journeys.events()) : null));
  }

  private FunnelSteps steps(Spec.Funnel s, Lens lens) {
    int count = s.steps().size();
    if (count == 0) {
      problems.add("steps", "a funnel needs at least one step.");
    }
    if (count > FunnelFold.MAX_STEPS) {
      problems.add(
          "steps",
          count + " steps are more than the " + FunnelFold.MAX_STEPS + " that are possible.");
    }
    Duration window = s.window();
    if (window != null && window.isNegative()) {
      problems.add(
          "window", window + " is negative; give a stretch of time, such as P7D, or null.");
    }
    long[] maskOf = new long[lens.touchpoints().size()];
    for (int k = 0; k < count; k++) {
      List<String> step = s.steps().get(k);
      if (step.isEmpty()) {
        problems.add("steps[" + k + "]", "a step needs at least one touchpoint.");
      }
      for (String touchpoint : step) {
        int number = lens.number(touchpoint);
        // A step that nobody ever took is a step that nobody reaches.
        if (number >= 0 && k < FunnelFold.MAX_STEPS) {
          maskOf[number] |= 1L << k;
        }
      }
    }
    return new FunnelSteps(
        count,
        maskOf,
        window == null ? Long.MAX_VALUE : ticks(window),
        window == null ? Long.MAX_VALUE : -ticks(window.negated()),
        fromTick(s.during()),
        toTick(s.during()),
        journeys.dataThrough());
  }

  private Fold<?, ? extends AnalysisResult> dwell(Spec.Dwell s, Lens lens) {
    if (s.stages().isEmpty()) {
      problems.add("stages", "at least one stage is needed.");
    }
    int[] stageOf = new int[lens.touchpoints().size()];
    Arrays.fill(stageOf, -1);
    List<String> stages = new ArrayList<>(s.stages().keySet());
    for (Map.Entry<String, List<String>> stage : s.stages().entrySet()) {
      String field = "stages." + stage.getKey();
      int index = stages.indexOf(stage.getKey());
      for (String touchpoint : stage.getValue()) {
        int number = lens.number(touchpoint);
        if (number >= 0 && stageOf[number] >= 0 && stageOf[number] != index) {
          problems.add(
              field,
              "'"
                  + touchpoint
                  + "' is already in stage '"
                  + stages.get(stageOf[number])
                  + "'; a touchpoint is in one stage only.");
        } else if (number >= 0) {
          stageOf[number] = index;
        }
      }
    }
    return checked(new DwellFold(stages, stageOf, tick));
  }

  /// A touchpoint of the plan that the data do not have is an answer, not a mistake: it never
  /// happens.
  private Fold<?, ? extends AnalysisResult> alignment(Spec.Alignment s, Lens lens) {
    AlignmentPlan.check(s.plan(), "plan", problems);
    problems.refuse();
    return new AlignmentFold(
        AlignmentPlan.compile(s.plan(), s.unmatched(), s.unfinished()), lens.touchpoints());
  }

  /// Whole ticks of a duration, rounded down: a time difference of whole ticks is at most the
  /// duration exactly when it is at most this.
  private long ticks(Duration duration) {
    try {
      long whole = Math.multiplyExact(duration.getSeconds(), tick.perSecond());
      // The nanoseconds of a duration are never negative, so this rounds down below zero too.
      long part = duration.getNano() / (1_000_000_000L / tick.perSecond());
      return Math.addExact(whole, part);
    } catch (ArithmeticException tooLong) {
      return duration.isNegative() ? -(Long.MAX_VALUE - 1) : Long.MAX_VALUE - 1;
    }
  }

  private long fromTick(Period period) {
    if (period.from() == null) {
      // An event without a time is in no period that has an end.
      return period.to() == null ? Long.MIN_VALUE : Long.MIN_VALUE + 1;
    }
    return tick.ceil(period.from());
  }

  private long toTick(Period period) {
    return period.to() == null ? Long.MAX_VALUE : tick.ceil(period.to());
  }
}
