package dev.sojourn.server.evidence.draft;

import dev.sojourn.server.evidence.draft.DescriptionLength.EditRates;
import java.util.List;
import java.util.OptionalInt;

/// Typical journeys, most travelled first, and the rule by which any path is counted to one of
/// them. Immutable and thread-safe.
public final class JourneySet {

  private final PathTable table;
  private final List<int[]> paths;
  private final double[] nameBits;
  private final EditRates rates;
  private final double bits;
  private final double bitsFromNothing;

  JourneySet(
      PathTable table,
      List<int[]> paths,
      double[] nameBits,
      EditRates rates,
      double bits,
      double bitsFromNothing) {
    this.table = table;
    this.paths = List.copyOf(paths);
    this.nameBits = nameBits;
    this.rates = rates;
    this.bits = bits;
    this.bitsFromNothing = bitsFromNothing;
  }

  /// The typical journeys of a population. How many is found; none is a possible answer.
  ///
  /// @param paths at least one
  /// @param cancelled asked now and then
  /// @throws dev.sojourn.kernel.fold.CancelledException when it said so
  public static JourneySet mine(PathTable paths, java.util.function.BooleanSupplier cancelled) {
    return TypicalJourneys.mine(paths, cancelled);
  }

  /// The journeys, most travelled first, ties by touchpoint names.
  public List<List<String>> journeys() {
    return paths.stream().map(table::names).toList();
  }

  /// Bits of telling the mined paths by these journeys, the journeys included.
  double bits() {
    return bits;
  }

  /// The share of the description that the journeys save, 0 to 1.
  public double saved() {
    return bitsFromNothing == 0 ? 0 : 1 - bits / bitsFromNothing;
  }

  /// The journey that tells a path in the fewest bits; ties go to the more travelled one. Empty
  /// when no journey has a touchpoint in common with it.
  public OptionalInt journeyOf(List<String> path) {
    int[] numbers = table.numbers(path);
    DescriptionLength code =
        new DescriptionLength(
            Math.max(1, table.touchpoints().size()), Math.max(numbers.length, table.longest()) + 1);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < paths.size(); j++) {
      int[] journey = paths.get(j);
      PathComparison comparison = new PathComparison(journey, table.touchpoints().size());
      int common = comparison.common(numbers);
      double cost =
          nameBits[j]
              + code.edits(numbers.length, journey.length, comparison.kept(numbers), common, rates);
      if (common > 0 && cost < least) {
        least = cost;
        best = j;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
