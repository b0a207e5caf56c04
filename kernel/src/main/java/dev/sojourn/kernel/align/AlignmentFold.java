package dev.sojourn.kernel.align;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.Spec.Unmatched;
import java.util.List;

/// Holds all journeys against a plan, in one round.
///
/// Journeys that are the same as far as the plan knows them are aligned once; what the plan does
/// not know costs 1 each wherever it stands, so it is counted on the way and needs no alignment.
public final class AlignmentFold implements Fold<AlignmentPartial, AnalysisResult.Alignment> {

  /// How much the paths of a partial may fill before they are forgotten and it starts anew.
  static final long MEMO_BYTES = 48L << 20;

  private final AlignmentPlan plan;
  private final long memoBytes;
  private final List<String> touchpoints;
  private final boolean unexpected;
  private final char[] number;

  /// A fold over blocks of touchpoint numbers.
  ///
  /// @param touchpoints the name of each touchpoint number
  public AlignmentFold(AlignmentPlan plan, List<String> touchpoints) {
    this(plan, touchpoints, MEMO_BYTES);
  }

  AlignmentFold(AlignmentPlan plan, List<String> touchpoints, long memoBytes) {
    this.plan = plan;
    this.memoBytes = memoBytes;
    this.touchpoints = List.copyOf(touchpoints);
    this.unexpected = plan.unmatched() == Unmatched.UNEXPECTED;
    this.number = new char[touchpoints.size()];
    for (int t = 0; t < number.length; t++) {
      int inPlan = plan.number(touchpoints.get(t));
      number[t] = inPlan < 0 ? Aligner.UNKNOWN : (char) inPlan;
    }
  }

  @Override
  public AlignmentPartial start() {
    return new AlignmentPartial(plan, touchpoints.size(), memoBytes);
  }

  @Override
  public void add(JourneyBlock block, AlignmentPartial partial) {
    int[] start = block.start();
    for (int j = 0; j < block.journeys(); j++) {
      add(block.code(), start[j], start[j + 1], partial);
    }
    partial.units += block.journeys();
    partial.events += block.events();
  }

  /// Parts a journey into what the plan knows and what it does not, without branches: which of the
  /// two an event is cannot be predicted, and a wrong prediction costs more than both.
  private void add(char[] code, int from, int to, AlignmentPartial partial) {
    partial.makeRoom(to - from);
    char[] path = partial.path;
    char[] outside = partial.outside;
    int length = 0;
    for (int i = from; i < to; i++) {
      char touchpoint = number[code[i]];
      path[length] = touchpoint;
      outside[i - from - length] = code[i];
      length += (touchpoint - Aligner.UNKNOWN) >>> 31;
    }
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = (hash + path[i] + 1) * 0x9E3779B97F4A7C15L;
    }
    int known = partial.memo.find(path, length, hash);
    int cost = partial.memo.see(known == PathMemo.NONE ? partial.align(length, hash) : known);
    int unknown = unexpected ? to - from - length : 0;
    partial.countUnexpected(unknown);
    partial.costs.add(cost + unknown, length + unknown, 1);
  }

  @Override
  public void merge(AlignmentPartial into, AlignmentPartial from) {
    into.merge(from);
  }

  @Override
  public byte[] write(AlignmentPartial partial) {
    return partial.toBytes();
  }

  @Override
  public AlignmentPartial read(byte[] bytes) {
    AlignmentPartial partial = start();
    partial.addBytes(bytes);
    return partial;
  }

  @Override
  public Round<AnalysisResult.Alignment> finish(AlignmentPartial merged) {
    merged.drain();
    return new Round.Done<>(new AlignmentAnswer(plan, touchpoints, merged).result());
  }
}
