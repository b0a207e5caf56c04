package dev.sojourn.server.evidence.draft;

/// The bits it takes to tell somebody a path, from nothing or as edits of a typical journey.
///
/// Told from nothing, every touchpoint and the end of the path cost the same. Told from a typical
/// journey, an unchanged path costs next to nothing; a changed one costs its numbers of moved,
/// extra and missing touchpoints (geometric, with means learnt from the data), which of the journey
/// are missing or moved, and which the extra ones are and where. Moved ones change places with each
/// other, so where each went is not told again. Immutable.
///
/// Rissanen, J. (1978), Modeling by shortest data description, Automatica 14, 465-471.
final class DescriptionLength {

  private static final double LN2 = StrictMath.log(2);

  /// Told from either of two journeys equally well, a path belongs to the one of which more
  /// happened.
  private static final double MISSING_BITS = 0.5;

  private final double symbolBits;
  private final double touchpointBits;
  private final double[] log2;
  private final double[] log2Factorial;

  /// @param touchpoints how many there are, at least 1
  /// @param longest touchpoints of the longest path that will be told
  DescriptionLength(int touchpoints, int longest) {
    symbolBits = StrictMath.log(touchpoints + 1.0) / LN2;
    touchpointBits = StrictMath.log(touchpoints) / LN2;
    log2 = new double[longest + 1];
    log2Factorial = new double[longest + 1];
    for (int i = 1; i < log2.length; i++) {
      log2[i] = StrictMath.log(i) / LN2;
      log2Factorial[i] = log2Factorial[i - 1] + log2[i];
    }
  }

  /// The bits of something that has a probability.
  static double bits(double probability) {
    return -StrictMath.log(probability) / LN2;
  }

  /// Bits of a path told from nothing.
  double literal(int length) {
    return (length + 1) * symbolBits;
  }

  /// Bits of a path told as edits.
  ///
  /// @param length touchpoints of the path
  /// @param typical touchpoints of the typical journey
  /// @param kept touchpoints that both have in the same order
  /// @param common touchpoints that both have
  double edits(int length, int typical, int kept, int common, EditRates rates) {
    if (kept == length && kept == typical) {
      return rates.unchangedBits;
    }
    int moved = common - kept;
    int extra = length - common;
    int missing = typical - common;
    return rates.changedBits
        + moved * rates.moreMovedBits
        + extra * (rates.moreExtraBits + touchpointBits)
        + missing * (rates.moreMissingBits + MISSING_BITS)
        + choose(typical, missing)
        + choose(common, moved)
        + choose(length, extra);
  }

  private double choose(int n, int k) {
    return log2Factorial[n] - log2Factorial[k] - log2Factorial[n - k];
  }

  /// How often paths differ from their typical journey and by how much when they do, as bits.
  static final class EditRates {

    /// What is believed before anything was seen, with the weight of one path: a fifth of the paths
    /// differ, by about one edit of some kind.
    static final EditRates BEFORE_DATA = learnt(0, 0, 0, 0, 0);

    private final double unchangedBits;
    private final double changedBits;
    private final double moreMovedBits;
    private final double moreExtraBits;
    private final double moreMissingBits;

    private EditRates(double changed, double moved, double extra, double missing) {
      unchangedBits = bits(1 - changed);
      changedBits =
          bits(changed) + bits(1 / (1 + moved)) + bits(1 / (1 + extra)) + bits(1 / (1 + missing));
      moreMovedBits = bits(moved / (1 + moved));
      moreExtraBits = bits(extra / (1 + extra));
      moreMissingBits = bits(missing / (1 + missing));
    }

    /// Rates learnt from paths that were told as edits, each given as a sum of units.
    static EditRates learnt(
        double paths, double changed, double moved, double extra, double missing) {
      return new EditRates(
          (changed + 0.2) / (paths + 1),
          (moved + 0.5) / (changed + 1),
          (extra + 0.7) / (changed + 1),
          (missing + 0.7) / (changed + 1));
    }
  }
}
