package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.lens.Lens;
import dev.sojourn.kernel.result.VocabularyCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Counts events and units by code and by name. Blocks hold codes as they are in the snapshot.
final class VocabularyFold implements Fold<VocabularyFold.Seen, VocabularyCounts> {

  private final Vocabulary vocabulary;
  private final Tick tick;
  private final List<String> touchpoints;
  private final int[] touchpointOf;

  VocabularyFold(Vocabulary vocabulary, Tick tick) {
    this.vocabulary = vocabulary;
    this.tick = tick;
    Lens lens = Lens.of(vocabulary, name -> name);
    touchpoints = lens.touchpoints();
    touchpointOf = lens.byCode();
  }

  /// What has been seen so far.
  final class Seen {
    long[] events = new long[touchpointOf.length];
    long[] units = new long[touchpointOf.length];
    long[] touchpointUnits = new long[touchpoints.size()];
    long firstTime = Long.MAX_VALUE;
    private long journey;
    // The last journey that had each.
    private final long[] codeSeen = new long[touchpointOf.length];
    private final long[] touchpointSeen = new long[touchpoints.size()];

    private void add(int code) {
      events[code]++;
      if (codeSeen[code] != journey) {
        codeSeen[code] = journey;
        units[code]++;
        int touchpoint = touchpointOf[code];
        if (touchpointSeen[touchpoint] != journey) {
          touchpointSeen[touchpoint] = journey;
          touchpointUnits[touchpoint]++;
        }
      }
    }
  }

  @Override
  public Seen start() {
    return new Seen();
  }

  @Override
  public void add(JourneyBlock block, Seen seen) {
    char[] code = block.code();
    int[] start = block.start();
    long[] time = block.time();
    for (int j = 0, n = block.journeys(); j < n; j++) {
      seen.journey++;
      int end = start[j + 1];
      for (int i = start[j]; i < end; i++) {
        seen.add(code[i]);
      }
      int timed = start[j];
      while (timed < end && time[timed] == JourneyBlock.UNTIMED) {
        timed++;
      }
      if (timed < end) {
        seen.firstTime = Math.min(seen.firstTime, time[timed]);
      }
    }
  }

  @Override
  public void merge(Seen into, Seen from) {
    for (int c = 0; c < into.events.length; c++) {
      into.events[c] += from.events[c];
      into.units[c] += from.units[c];
    }
    for (int t = 0; t < into.touchpointUnits.length; t++) {
      into.touchpointUnits[t] += from.touchpointUnits[t];
    }
    into.firstTime = Math.min(into.firstTime, from.firstTime);
  }

  @Override
  public byte[] write(Seen seen) {
    return new PartialWriter()
        .putLong(seen.firstTime)
        .putLongs(seen.events, seen.events.length)
        .putLongs(seen.units, seen.units.length)
        .putLongs(seen.touchpointUnits, seen.touchpointUnits.length)
        .toBytes();
  }

  @Override
  public Seen read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Seen seen = new Seen();
    seen.firstTime = from.getLong();
    seen.events = from.getLongs();
    seen.units = from.getLongs();
    seen.touchpointUnits = from.getLongs();
    return seen;
  }

  @Override
  public Round<VocabularyCounts> finish(Seen merged) {
    List<VocabularyCounts.NameCount> names = new ArrayList<>();
    long[] touchpointEvents = new long[touchpoints.size()];
    for (int c = 0; c < touchpointOf.length; c++) {
      if (merged.events[c] > 0) {
        touchpointEvents[touchpointOf[c]] += merged.events[c];
        names.add(
            new VocabularyCounts.NameCount(
                vocabulary.name(c), vocabulary.channel(c), merged.events[c], merged.units[c]));
      }
    }
    names.sort(
        Comparator.comparingLong(VocabularyCounts.NameCount::units)
            .reversed()
            .thenComparing(VocabularyCounts.NameCount::name)
            .thenComparing(
                VocabularyCounts.NameCount::channel,
                Comparator.nullsFirst(Comparator.naturalOrder())));
    List<VocabularyCounts.TouchpointCount> found = new ArrayList<>();
    for (int t = 0; t < touchpointEvents.length; t++) {
      if (touchpointEvents[t] > 0) {
        found.add(
            new VocabularyCounts.TouchpointCount(
                touchpoints.get(t), touchpointEvents[t], merged.touchpointUnits[t]));
      }
    }
    // Touchpoints are in the order of their names and the sort is stable.
    found.sort(Comparator.comparingLong(VocabularyCounts.TouchpointCount::units).reversed());
    return new Round.Done<>(
        new VocabularyCounts(
            names,
            found,
            merged.firstTime == Long.MAX_VALUE ? null : tick.instant(merged.firstTime)));
  }
}
