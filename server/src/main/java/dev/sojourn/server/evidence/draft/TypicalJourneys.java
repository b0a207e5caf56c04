package dev.sojourn.server.evidence.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The few journeys by which a population is told in the fewest bits. How many is found, not asked.
///
/// The search adds the journey that shortens the telling most, takes back what no longer pays,
/// exchanges journeys, and lets each drift to the consensus of those who travel it, until nothing
/// shortens the telling. What many customers do with small differences becomes one journey; what
/// happened once never pays for its own description. Deterministic.
final class TypicalJourneys {

  /// A larger population is told as if it were this large: a journey is typical when it would help
  /// to tell about this many customers, so that more data sharpens the same few journeys and does
  /// not split them for ever.
  static final double AUDIENCE = 200;

  private static final int MOST_PATHS = 600;
  private static final int MOST_CANDIDATES = 200;
  private static final int CLOSELY_LOOKED_AT = 6;
  private static final int PASSES = 10;

  private final PathTable table;
  private final Candidates candidates;
  private final DescriptionLength code;
  private final double[] weight;
  private final double total;
  private final int firstCandidates;

  private TypicalJourneys(PathTable table, BooleanSupplier cancelled) {
    this.table = table;
    candidates = new Candidates(table, cancelled);
    code = new DescriptionLength(Math.max(1, table.touchpoints().size()), table.longest() + 1);
    double scale = Math.min(1, AUDIENCE / table.totalUnits());
    weight = new double[table.size()];
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      weight[i] = table.units(i) * scale;
      sum += weight[i];
    }
    total = sum;
    firstCandidates = Math.min(MOST_CANDIDATES, table.size());
    for (int i = 0; i < firstCandidates; i++) {
      candidates.of(table.numbers(i));
    }
  }

  /// Finds the typical journeys of a table.
  ///
  /// @param paths at least one; of more than 600 distinct ones the most travelled are mined, the
  ///   others only assigned
  /// @param cancelled asked now and then
  /// @throws dev.sojourn.kernel.fold.CancelledException when it said so
  static JourneySet mine(PathTable paths, BooleanSupplier cancelled) {
    PathTable mined = paths.mostTravelled(MOST_PATHS);
    TypicalJourneys search = new TypicalJourneys(mined, cancelled);
    Telling fromNothing = search.tell(new int[0]);
    return search.described(search.shortest(fromNothing), fromNothing.bits());
  }

  private Telling tell(int[] journeys) {
    return Telling.of(journeys, candidates, table, code, weight, total);
  }

  private Telling shortest(Telling start) {
    Telling telling = start;
    for (int pass = 0; pass < PASSES; pass++) {
      double before = telling.bits();
      telling = refined(exchanged(grown(telling)));
      if (!shorter(telling, before)) {
        break;
      }
    }
    return telling;
  }

  private static boolean shorter(Telling telling, double bits) {
    return telling.bits() < bits - Telling.LEAST_GAIN;
  }

  private Telling grown(Telling start) {
    Telling telling = start;
    while (true) {
      Telling more = withOneMore(telling);
      if (!shorter(more, telling.bits())) {
        return telling;
      }
      telling = more;
    }
  }

  /// The candidates that promise most at the present rates are told out, the best is taken.
  private Telling withOneMore(Telling telling) {
    double[] promise = new double[firstCandidates];
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < firstCandidates; c++) {
      if (!telling.has(c)) {
        promise[c] = promise(telling, c);
        order.add(c);
      }
    }
    order.sort(Comparator.<Integer>comparingDouble(c -> -promise[c]).thenComparingInt(c -> c));
    Telling best = telling;
    for (int c : order.subList(0, Math.min(CLOSELY_LOOKED_AT, order.size()))) {
      Telling more = tell(telling.journeysAnd(c));
      best = shorter(more, best.bits()) ? more : best;
    }
    return best;
  }

  private double promise(Telling telling, int candidate) {
    int length = candidates.path(candidate).length;
    double nameBits = DescriptionLength.bits((weight[candidate] + 1) / (total + 1));
    double saved = -code.literal(length);
    for (int i = 0; i < weight.length; i++) {
      double cost =
          nameBits
              + code.edits(
                  table.numbers(i).length,
                  length,
                  candidates.kept(candidate, i),
                  candidates.common(candidate, i),
                  telling.rates());
      saved += weight[i] * Math.max(0, telling.pathBits()[i] - cost);
    }
    return saved;
  }

  private Telling exchanged(Telling start) {
    Telling telling = start;
    for (int j = 0; j < telling.journeys().length; j++) {
      Telling fewer = tell(telling.journeysWithout(j));
      Telling other = withOneMore(fewer);
      if (shorter(other, telling.bits())) {
        telling = other;
      } else if (shorter(fewer, telling.bits())) {
        telling = fewer;
      }
    }
    return telling;
  }

  /// A journey loses each touchpoint without which its travellers are told in fewer bits.
  private Telling refined(Telling start) {
    Telling telling = start;
    for (int j = 0; j < telling.journeys().length; j++) {
      int[] path = candidates.path(telling.journeys()[j]);
      for (int at = path.length - 1; at >= 0 && path.length > 1; at--) {
        int[] fewer = new int[path.length - 1];
        System.arraycopy(path, 0, fewer, 0, at);
        System.arraycopy(path, at + 1, fewer, at, fewer.length - at);
        int candidate = candidates.of(fewer);
        if (!telling.has(candidate)) {
          Telling other = tell(telling.journeysWith(j, candidate));
          if (shorter(other, telling.bits())) {
            telling = other;
            path = fewer;
          }
        }
      }
    }
    return telling;
  }

  private JourneySet described(Telling telling, double fromNothing) {
    List<Integer> order = new ArrayList<>();
    for (int j = 0; j < telling.journeys().length; j++) {
      order.add(j);
    }
    order.sort(
        Comparator.<Integer>comparingDouble(j -> telling.journeyBits()[j])
            .thenComparing(j -> candidates.path(telling.journeys()[j]), Arrays::compare));
    List<int[]> paths = new ArrayList<>();
    double[] nameBits = new double[order.size()];
    for (int place = 0; place < nameBits.length; place++) {
      paths.add(candidates.path(telling.journeys()[order.get(place)]));
      nameBits[place] = telling.journeyBits()[order.get(place)];
    }
    return new JourneySet(table, paths, nameBits, telling.rates(), telling.bits(), fromNothing);
  }
}
