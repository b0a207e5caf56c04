package dev.sojourn.server.evidence.draft;

import dev.sojourn.server.evidence.draft.DescriptionLength.EditRates;
import java.util.Arrays;

/// All paths of a table told by a set of typical journeys in the fewest bits: which journey tells
/// which path, how travelled the journeys are, how far paths stray from them.
///
/// @param journeys candidate numbers of the journeys
/// @param journeyOf which journey tells each path, an index into `journeys`; -1 when it is told
///   from nothing
/// @param pathBits bits of each path
/// @param journeyBits bits of naming each journey
/// @param rates how paths differ from their journeys
/// @param bits of all paths and of the journeys themselves
record Telling(
    int[] journeys,
    int[] journeyOf,
    double[] pathBits,
    double[] journeyBits,
    EditRates rates,
    double bits) {

  private static final int ROUNDS = 12;

  /// What it costs to announce one more typical journey, beside the journey itself and the
  /// precision of its share: it keeps two chance repetitions of one path from becoming one.
  private static final double ANNOUNCEMENT_BITS = 4;

  /// What improves less than this is noise of floating point.
  static final double LEAST_GAIN = 1e-6;

  /// Tells the paths, learning rates and shares from the telling until it gets no shorter.
  ///
  /// @param weight of each path
  /// @param total of the weights
  static Telling of(
      int[] journeys,
      Candidates candidates,
      PathTable table,
      DescriptionLength code,
      double[] weight,
      double total) {
    double[] journeyBits = new double[journeys.length];
    Arrays.fill(journeyBits, DescriptionLength.bits(1.0 / (journeys.length + 1)));
    double noneBits = DescriptionLength.bits(1.0 / (journeys.length + 1));
    EditRates rates = EditRates.BEFORE_DATA;
    double modelBits = 0;
    for (int journey : journeys) {
      modelBits +=
          code.literal(candidates.path(journey).length)
              + 0.5 * DescriptionLength.bits(1 / (1 + total))
              + ANNOUNCEMENT_BITS;
    }
    Telling shortest = null;
    for (int round = 0; round < ROUNDS; round++) {
      Sums sums = new Sums(journeys.length);
      int[] journeyOf = new int[table.size()];
      double[] pathBits = new double[table.size()];
      double bits = modelBits;
      for (int i = 0; i < table.size(); i++) {
        int length = table.numbers(i).length;
        double least = noneBits + code.literal(length);
        int best = -1;
        for (int j = 0; j < journeys.length; j++) {
          int c = journeys[j];
          double cost =
              journeyBits[j]
                  + code.edits(
                      length,
                      candidates.path(c).length,
                      candidates.kept(c, i),
                      candidates.common(c, i),
                      rates);
          if (cost < least) {
            least = cost;
            best = j;
          }
        }
        journeyOf[i] = best;
        pathBits[i] = least;
        bits += least * weight[i];
        if (best >= 0) {
          int c = journeys[best];
          sums.add(
              best,
              weight[i],
              length,
              candidates.path(c).length,
              candidates.kept(c, i),
              candidates.common(c, i));
        }
      }
      if (shortest != null && bits > shortest.bits() - LEAST_GAIN) {
        return shortest;
      }
      shortest = new Telling(journeys, journeyOf, pathBits, journeyBits.clone(), rates, bits);
      rates = EditRates.learnt(sums.paths, sums.changed, sums.moved, sums.extra, sums.missing);
      double all = total + 0.5 * (journeys.length + 1);
      for (int j = 0; j < journeys.length; j++) {
        journeyBits[j] = DescriptionLength.bits((sums.onJourney[j] + 0.5) / all);
      }
      noneBits = DescriptionLength.bits((Math.max(0, total - sums.paths) + 0.5) / all);
    }
    return java.util.Objects.requireNonNull(shortest);
  }

  /// Whether a candidate is among the journeys.
  boolean has(int candidate) {
    for (int journey : journeys) {
      if (journey == candidate) {
        return true;
      }
    }
    return false;
  }

  /// The journeys and one more.
  int[] journeysAnd(int candidate) {
    int[] more = Arrays.copyOf(journeys, journeys.length + 1);
    more[journeys.length] = candidate;
    return more;
  }

  /// The journeys without one of them.
  int[] journeysWithout(int j) {
    int[] fewer = new int[journeys.length - 1];
    System.arraycopy(journeys, 0, fewer, 0, j);
    System.arraycopy(journeys, j + 1, fewer, j, fewer.length - j);
    return fewer;
  }

  /// The journeys with another candidate in the place of one.
  int[] journeysWith(int j, int candidate) {
    int[] other = journeys.clone();
    other[j] = candidate;
    return other;
  }

  private static final class Sums {
    private final double[] onJourney;
    private double paths;
    private double changed;
    private double moved;
    private double extra;
    private double missing;

    Sums(int journeys) {
      onJourney = new double[journeys];
    }

    void add(int journey, double weight, int length, int typical, int kept, int common) {
      onJourney[journey] += weight;
      paths += weight;
      if (kept != length || kept != typical) {
        changed += weight;
        moved += weight * (common - kept);
        extra += weight * (length - common);
        missing += weight * (typical - common);
      }
    }
  }
}
