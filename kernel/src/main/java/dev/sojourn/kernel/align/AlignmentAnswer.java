package dev.sojourn.kernel.align;

import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.result.AnalysisResult.Coverage;
import dev.sojourn.kernel.result.AnalysisResult.Deviation;
import dev.sojourn.kernel.result.AnalysisResult.DeviationKind;
import dev.sojourn.kernel.result.AnalysisResult.Matched;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.AnalysisResult.Skipped;
import dev.sojourn.kernel.result.AnalysisResult.Unexpected;
import dev.sojourn.kernel.result.Rate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the counts of all journeys into the answer. For one thread, for one answer.
final class AlignmentAnswer {

  private final AlignmentPlan plan;
  private final List<String> touchpoints;
  private final AlignmentPartial counts;

  private long fits;
  private long totalCost;
  private BigInteger totalWorst = BigInteger.ZERO;
  private final Map<Long, BigInteger> fitnessByWorst = new HashMap<>();

  AlignmentAnswer(AlignmentPlan plan, List<String> touchpoints, AlignmentPartial counts) {
    this.plan = plan;
    this.touchpoints = touchpoints;
    this.counts = counts;
  }

  Alignment result() {
    counts.costs.inOrder(this::addCosts);
    return new Alignment(
        new Population(counts.units, counts.events),
        fitnessMean(),
        fitnessLog(),
        new Rate(fits, counts.units),
        new Rate(counts.complete, counts.units),
        totalCost,
        skipped(),
        unexpected(),
        deviations(),
        coverage());
  }

  private void addCosts(int cost, int length, long units) {
    fits += cost == 0 ? units : 0;
    totalCost += cost * units;
    long worst = plan.worstCost(length);
    totalWorst = totalWorst.add(product(worst, units));
    // A journey and a plan that can both be empty fit each other: 0 of 0 counts as 1 of 1.
    BigInteger fitness = worst == 0 ? BigInteger.valueOf(units) : product(worst - cost, units);
    fitnessByWorst.merge(Math.max(1, worst), fitness, BigInteger::add);
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private @Nullable Double fitnessMean() {
    return counts.units == 0 ? null : Fractions.mean(fitnessByWorst, counts.units);
  }

  private @Nullable Double fitnessLog() {
    if (counts.units == 0) {
      return null;
    }
    return totalWorst.signum() == 0
        ? 1.0
        : Fractions.quotient(totalWorst.subtract(BigInteger.valueOf(totalCost)), totalWorst);
  }

  private List<Skipped> skipped() {
    List<Skipped> skipped = new ArrayList<>();
    for (int t = 0; t < plan.touchpoints().size(); t++) {
      long units = counts.slotUnits[AlignmentPartial.slot(t, DeviationKind.SKIPPED)];
      if (units > 0) {
        skipped.add(new Skipped(plan.touchpoints().get(t), units));
      }
    }
    skipped.sort(
        Comparator.comparingLong(Skipped::units).reversed().thenComparing(Skipped::touchpoint));
    return skipped;
  }

  private List<Unexpected> unexpected() {
    List<Unexpected> unexpected = new ArrayList<>();
    for (int t = 0; t < touchpoints.size(); t++) {
      long units = counts.unexpectedUnits[t];
      if (units > 0) {
        unexpected.add(new Unexpected(touchpoints.get(t), units, counts.unexpectedOccurrences[t]));
      }
    }
    unexpected.sort(
        Comparator.comparingLong(Unexpected::units)
            .reversed()
            .thenComparing(Unexpected::touchpoint));
    return unexpected;
  }

  private List<Deviation> deviations() {
    List<Deviation> deviations = new ArrayList<>();
    for (Unexpected u : unexpected()) {
      deviations.add(
          deviation(DeviationKind.UNEXPECTED, u.touchpoint(), u.units(), u.occurrences()));
    }
    for (int t = 0; t < plan.touchpoints().size(); t++) {
      for (DeviationKind kind : DeviationKind.values()) {
        int slot = AlignmentPartial.slot(t, kind);
        if (counts.slotUnits[slot] > 0) {
          deviations.add(
              deviation(
                  kind,
                  plan.touchpoints().get(t),
                  counts.slotUnits[slot],
                  counts.slotOccurrences[slot]));
        }
      }
    }
    deviations.sort(
        Comparator.comparingLong(Deviation::units)
            .reversed()
            .thenComparing(Deviation::touchpoint)
            .thenComparing(Deviation::kind));
    return deviations;
  }

  private Deviation deviation(DeviationKind kind, String touchpoint, long units, long occurrences) {
    return new Deviation(kind, touchpoint, units, occurrences, new Rate(units, counts.units));
  }

  private Coverage coverage() {
    List<Matched> matched = new ArrayList<>();
    long events = 0;
    long seen = 0;
    for (int t = 0; t < plan.touchpoints().size(); t++) {
      int slot = AlignmentPartial.matchedSlot(t);
      events += counts.slotOccurrences[slot];
      seen += counts.slotUnits[slot] > 0 ? 1 : 0;
      matched.add(
          new Matched(
              plan.touchpoints().get(t), counts.slotUnits[slot], counts.slotOccurrences[slot]));
    }
    matched.sort(
        Comparator.comparingLong(Matched::units).reversed().thenComparing(Matched::touchpoint));
    return new Coverage(
        new Rate(events, counts.events),
        new Rate(seen, plan.touchpoints().size()),
        new Rate(counts.arrows.cardinality(), plan.arrows()),
        matched);
  }
}
