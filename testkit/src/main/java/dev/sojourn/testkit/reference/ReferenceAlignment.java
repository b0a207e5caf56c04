package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Coverage;
import dev.sojourn.kernel.result.AnalysisResult.Deviation;
import dev.sojourn.kernel.result.AnalysisResult.DeviationKind;
import dev.sojourn.kernel.result.AnalysisResult.Matched;
import dev.sojourn.kernel.result.AnalysisResult.Skipped;
import dev.sojourn.kernel.result.AnalysisResult.Unexpected;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.reference.BestMoves.Move;
import dev.sojourn.testkit.reference.BestMoves.What;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Journeys held against a plan; `docs/concepts/semantics-alignment.md`.
final class ReferenceAlignment {

  private static final MathContext EXACT = new MathContext(60);

  private record Kind(DeviationKind kind, String touchpoint) {}

  private record Arrow(String from, String to) {}

  /// Units and occurrences of one thing.
  private static final class Tally {
    private long units;
    private long occurrences;

    void add(long more) {
      units++;
      occurrences += more;
    }
  }

  private final Spec.Alignment spec;
  private final Set<String> known = new TreeSet<>();
  private final Set<Arrow> arrows = new HashSet<>();
  private final int cheapest;
  private final Map<List<String>, List<Move>> aligned = new HashMap<>();

  private long fits;
  private long complete;
  private long totalCost;
  private long totalWorst;
  private BigInteger fitnessOver = BigInteger.ZERO;
  private BigInteger fitnessUnder = BigInteger.ONE;
  private final Map<Kind, Tally> deviations = new HashMap<>();
  private final Map<String, Tally> matched = new TreeMap<>();
  private final Set<Arrow> walked = new HashSet<>();

  private ReferenceAlignment(Spec.Alignment spec) {
    this.spec = spec;
    for (PlanRest rest : new PlanRest(List.of(spec.plan())).everReached()) {
      for (PlanRest.Next next : rest.next()) {
        known.add(next.touchpoint());
        next.rest().next().forEach(n -> arrows.add(new Arrow(next.touchpoint(), n.touchpoint())));
      }
    }
    known.forEach(touchpoint -> matched.put(touchpoint, new Tally()));
    cheapest = BestMoves.of(List.of(), spec.plan(), false).size();
  }

  static AnalysisResult.Alignment answer(Spec.Alignment spec, List<PlainJourney> journeys) {
    ReferenceAlignment alignment = new ReferenceAlignment(spec);
    journeys.forEach(journey -> alignment.add(journey.path()));
    return alignment.result(journeys);
  }

  private void add(List<String> whole) {
    // What the plan does not know has no say in how the rest is aligned.
    List<String> path = whole.stream().filter(known::contains).toList();
    List<Move> moves = new ArrayList<>(best(path));
    if (spec.unmatched() == Spec.Unmatched.UNEXPECTED) {
      whole.stream()
          .filter(t -> !known.contains(t))
          .forEach(t -> moves.add(new Move(What.INSERTED, t)));
    }
    long length = moves.stream().filter(m -> m.what() != What.LEFT_OUT).count();
    int cost = moves.stream().mapToInt(Move::cost).sum();
    fits += cost == 0 ? 1 : 0;
    complete += moves.stream().noneMatch(m -> m.what() == What.LEFT_OUT) ? 1 : 0;
    totalCost += cost;
    addFitness(cost, length + cheapest);
    Set<String> touchpoints = new TreeSet<>(known);
    moves.forEach(m -> touchpoints.add(m.touchpoint()));
    touchpoints.forEach(touchpoint -> addDeviations(moves, touchpoint));
    addWalked(moves);
  }

  private List<Move> best(List<String> path) {
    boolean prefix = spec.unfinished() == Spec.Unfinished.PREFIX;
    return aligned.computeIfAbsent(path, p -> BestMoves.of(p, spec.plan(), prefix));
  }

  private void addFitness(long cost, long worst) {
    totalWorst += worst;
    BigInteger over = BigInteger.valueOf(worst == 0 ? 1 : worst - cost);
    BigInteger under = BigInteger.valueOf(Math.max(1, worst));
    fitnessOver = fitnessOver.multiply(under).add(over.multiply(fitnessUnder));
    fitnessUnder = fitnessUnder.multiply(under);
  }

  private void addDeviations(List<Move> moves, String touchpoint) {
    long here = count(moves, What.MATCHED, touchpoint);
    long missing = count(moves, What.LEFT_OUT, touchpoint);
    long more = count(moves, What.INSERTED, touchpoint);
    if (!known.contains(touchpoint)) {
      add(DeviationKind.UNEXPECTED, touchpoint, more);
      return;
    }
    if (here > 0) {
      matched.computeIfAbsent(touchpoint, t -> new Tally()).add(here);
    }
    long tooOften = Math.min(more, Math.max(0, here + more - most(spec.plan(), touchpoint)));
    add(DeviationKind.REPEATED, touchpoint, tooOften);
    add(DeviationKind.OUT_OF_ORDER, touchpoint, more - tooOften);
    boolean never = here + more == 0;
    DeviationKind kind = never ? DeviationKind.SKIPPED : DeviationKind.TOO_SELDOM;
    add(kind, touchpoint, missing - Math.min(missing, more));
  }

  private void add(DeviationKind kind, String touchpoint, long occurrences) {
    if (occurrences > 0) {
      deviations.computeIfAbsent(new Kind(kind, touchpoint), k -> new Tally()).add(occurrences);
    }
  }

  private static long count(List<Move> moves, What what, String touchpoint) {
    return moves.stream().filter(new Move(what, touchpoint)::equals).count();
  }

  /// How often a touchpoint can occur where the plan is kept.
  private static long most(PlanElement plan, String touchpoint) {
    return switch (plan) {
      case PlanElement.Touchpoint t -> t.name().equals(touchpoint) ? 1 : 0;
      case PlanElement.Optional o -> most(o.element(), touchpoint);
      case PlanElement.Repeatable r -> most(r.element(), touchpoint) > 0 ? Integer.MAX_VALUE : 0;
      case PlanElement.Sequence s ->
          s.elements().stream().mapToLong(e -> most(e, touchpoint)).sum();
      case PlanElement.AnyOrder a ->
          a.elements().stream().mapToLong(e -> most(e, touchpoint)).sum();
      case PlanElement.AnyOf a ->
          a.elements().stream().mapToLong(e -> most(e, touchpoint)).max().orElseThrow();
    };
  }

  private void addWalked(List<Move> moves) {
    List<Move> inPlan = moves.stream().filter(m -> m.what() != What.INSERTED).toList();
    for (int i = 1; i < inPlan.size(); i++) {
      Move from = inPlan.get(i - 1);
      Move to = inPlan.get(i);
      if (from.what() == What.MATCHED && to.what() == What.MATCHED) {
        walked.add(new Arrow(from.touchpoint(), to.touchpoint()));
      }
    }
  }

  private AnalysisResult.Alignment result(List<PlainJourney> journeys) {
    AnalysisResult.Population population = Visible.population(journeys);
    List<Deviation> all =
        deviations.entrySet().stream()
            .map(e -> deviation(e.getKey(), e.getValue(), population.units()))
            .sorted(
                Comparator.comparingLong(Deviation::units)
                    .reversed()
                    .thenComparing(Deviation::touchpoint)
                    .thenComparing(Deviation::kind))
            .toList();
    return new AnalysisResult.Alignment(
        population,
        journeys.isEmpty() ? null : mean(population.units()),
        journeys.isEmpty() ? null : log(),
        new Rate(fits, population.units()),
        new Rate(complete, population.units()),
        totalCost,
        all.stream()
            .filter(d -> d.kind() == DeviationKind.SKIPPED)
            .map(d -> new Skipped(d.touchpoint(), d.units()))
            .toList(),
        all.stream()
            .filter(d -> d.kind() == DeviationKind.UNEXPECTED)
            .map(d -> new Unexpected(d.touchpoint(), d.units(), d.occurrences()))
            .toList(),
        all,
        coverage(population));
  }

  private static Deviation deviation(Kind kind, Tally tally, long units) {
    Rate share = new Rate(tally.units, units);
    return new Deviation(kind.kind(), kind.touchpoint(), tally.units, tally.occurrences, share);
  }

  private @Nullable Double mean(long units) {
    BigDecimal under = new BigDecimal(fitnessUnder.multiply(BigInteger.valueOf(units)));
    return new BigDecimal(fitnessOver).divide(under, EXACT).doubleValue();
  }

  private @Nullable Double log() {
    return totalWorst == 0
        ? 1
        : BigDecimal.valueOf(totalWorst - totalCost)
            .divide(BigDecimal.valueOf(totalWorst), EXACT)
            .doubleValue();
  }

  private Coverage coverage(AnalysisResult.Population population) {
    List<Matched> each =
        matched.entrySet().stream()
            .map(e -> new Matched(e.getKey(), e.getValue().units, e.getValue().occurrences))
            .sorted(
                Comparator.comparingLong(Matched::units)
                    .reversed()
                    .thenComparing(Matched::touchpoint))
            .toList();
    return new Coverage(
        new Rate(each.stream().mapToLong(Matched::occurrences).sum(), population.events()),
        new Rate(each.stream().filter(m -> m.units() > 0).count(), known.size()),
        new Rate(walked.size(), arrows.size()),
        each);
  }
}
