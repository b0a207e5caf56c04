package dev.sojourn.kernel.align;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.result.AnalysisResult.DeviationKind;
import java.util.BitSet;

/// What is known after some journeys: counts only, so partials merge to the bit. For one thread.
///
/// A slot counts one thing that journeys have at touchpoints of the plan: slot `t * KINDS` that
/// touchpoint `t` is matched, the slots behind it a deviation each.
public final class AlignmentPartial {

  /// Slots of a touchpoint.
  static final int KINDS = 1 + DeviationKind.values().length;

  final Aligner aligner;
  final PathMemo memo = new PathMemo();

  /// What the plan knows of the journey at hand, as numbers of the plan.
  char[] path = new char[64];

  /// What it does not know of it, as numbers of the journeys.
  char[] outside = new char[64];

  long units;
  long events;
  long complete;
  final PairCounts costs = new PairCounts();
  final long[] slotUnits;
  final long[] slotOccurrences;
  final BitSet arrows = new BitSet();
  final long[] unexpectedUnits;
  final long[] unexpectedOccurrences;

  /// For each touchpoint of the journeys the last journey that had it unexpectedly.
  private final long[] lastJourney;

  private long journey;

  private final AlignmentPlan plan;
  private final long memoBytes;

  AlignmentPartial(AlignmentPlan plan, int touchpoints, long memoBytes) {
    this.plan = plan;
    this.memoBytes = memoBytes;
    this.aligner = new Aligner(plan);
    this.slotUnits = new long[plan.touchpoints().size() * KINDS];
    this.slotOccurrences = new long[slotUnits.length];
    this.unexpectedUnits = new long[touchpoints];
    this.unexpectedOccurrences = new long[touchpoints];
    this.lastJourney = new long[touchpoints];
  }

  static int slot(int touchpoint, DeviationKind kind) {
    return touchpoint * KINDS + 1 + kind.ordinal();
  }

  static int matchedSlot(int touchpoint) {
    return touchpoint * KINDS;
  }

  void makeRoom(int length) {
    if (path.length < length) {
      path = new char[Math.max(length, path.length * 2)];
      outside = new char[path.length];
    }
  }

  /// Counts the first touchpoints of `outside`, which are those of one journey.
  void countUnexpected(int length) {
    journey++;
    for (int i = 0; i < length; i++) {
      int touchpoint = outside[i];
      unexpectedOccurrences[touchpoint]++;
      unexpectedUnits[touchpoint] += lastJourney[touchpoint] == journey ? 0 : 1;
      lastJourney[touchpoint] = journey;
    }
  }

  /// Aligns a path that the memo does not have.
  ///
  /// @return its number in the memo
  int align(int length, long hash) {
    if (memo.bytes() > memoBytes) {
      drain();
      memo.clear();
    }
    aligner.align(path, 0, length);
    aligner.addArrows(arrows);
    int number = memo.add(path, length, hash, aligner.cost());
    boolean nothingLeftOut = true;
    for (int t = 0; t < plan.touchpoints().size(); t++) {
      int leftOut = aligner.leftOut(t);
      nothingLeftOut &= leftOut == 0;
      tally(matchedSlot(t), aligner.matched(t));
      if (leftOut + aligner.inserted(t) > 0) {
        deviations(t, leftOut, aligner.inserted(t));
      }
    }
    tally(slotUnits.length, nothingLeftOut ? 1 : 0);
    return number;
  }

  /// Gives the moves that cost at one touchpoint their kinds.
  private void deviations(int touchpoint, int leftOut, int inserted) {
    long had = (long) aligner.matched(touchpoint) + inserted;
    int repeated = (int) Math.min(inserted, Math.max(0, had - plan.mostOften(touchpoint)));
    int missing = Math.max(0, leftOut - inserted);
    tally(slot(touchpoint, DeviationKind.REPEATED), repeated);
    tally(slot(touchpoint, DeviationKind.OUT_OF_ORDER), inserted - repeated);
    tally(slot(touchpoint, had == 0 ? DeviationKind.SKIPPED : DeviationKind.TOO_SELDOM), missing);
  }

  private void tally(int slot, int occurrences) {
    if (occurrences > 0) {
      memo.tally(slot, occurrences);
    }
  }

  /// Brings what the memo counted into the slots.
  void drain() {
    memo.drain((slot, occurrences, times) -> {
      if (slot == slotUnits.length) {
        complete += times;
      } else {
        slotUnits[slot] += times;
        slotOccurrences[slot] += times * occurrences;
      }
    });
  }

  void merge(AlignmentPartial from) {
    from.drain();
    units += from.units;
    events += from.events;
    complete += from.complete;
    costs.addAll(from.costs);
    add(slotUnits, from.slotUnits);
    add(slotOccurrences, from.slotOccurrences);
    arrows.or(from.arrows);
    add(unexpectedUnits, from.unexpectedUnits);
    add(unexpectedOccurrences, from.unexpectedOccurrences);
  }

  private static void add(long[] into, long[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }

  byte[] toBytes() {
    drain();
    PartialWriter out = new PartialWriter();
    out.putLong(units).putLong(events).putLong(complete).putInt(costs.size());
    costs.inOrder((cost, length, n) -> out.putInt(cost).putInt(length).putLong(n));
    long[] walked = arrows.toLongArray();
    return out.putLongs(slotUnits, slotUnits.length)
        .putLongs(slotOccurrences, slotOccurrences.length)
        .putLongs(walked, walked.length)
        .putLongs(unexpectedUnits, unexpectedUnits.length)
        .putLongs(unexpectedOccurrences, unexpectedOccurrences.length)
        .toBytes();
  }

  void addBytes(byte[] bytes) {
    PartialReader in = new PartialReader(bytes);
    units += in.getLong();
    events += in.getLong();
    complete += in.getLong();
    for (int pairs = in.getInt(); pairs > 0; pairs--) {
      costs.add(in.getInt(), in.getInt(), in.getLong());
    }
    add(slotUnits, in.getLongs());
    add(slotOccurrences, in.getLongs());
    arrows.or(BitSet.valueOf(in.getLongs()));
    add(unexpectedUnits, in.getLongs());
    add(unexpectedOccurrences, in.getLongs());
  }
}
