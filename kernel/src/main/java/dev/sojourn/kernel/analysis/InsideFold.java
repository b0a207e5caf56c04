package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.UnitPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts the units inside a count, keeps one page of them, and sees where they go next. Memory is
/// bounded by the page and the touchpoints, however many are inside.
final class InsideFold implements Fold<InsideFold.Found, Inside> {

  private final List<String> touchpoints;
  private final Supplier<Members> members;
  private final UnitPage page;
  private final Journeys journeys;

  /// @param journeys gives units their ids
  InsideFold(
      List<String> touchpoints, Supplier<Members> members, UnitPage page, Journeys journeys) {
    this.touchpoints = touchpoints;
    this.members = members;
    this.page = page;
    this.journeys = journeys;
  }

  /// Units found so far.
  final class Found {
    long total;
    long nothingAfter;
    long[] after = new long[touchpoints.size()];
    long[] lasts = new long[touchpoints.size()];
    final UnitShelf shelf = new UnitShelf(page, journeys.tick());
    private final Members inside = members.get();
  }

  @Override
  public Found start() {
    return new Found();
  }

  @Override
  public void add(JourneyBlock block, Found found) {
    for (int j = 0, n = block.journeys(); j < n; j++) {
      int place = found.inside.place(block, j);
      if (place >= 0) {
        add(block, j, place, found);
      }
    }
  }

  private void add(JourneyBlock block, int j, int place, Found found) {
    Predicate<String> wanted = page.ids();
    String id = null;
    if (wanted != null) {
      id = journeys.unitId(block.unit(j));
      if (!wanted.test(id)) {
        return;
      }
    }
    int from = block.start()[j];
    int last = block.start()[j + 1] - 1;
    char[] code = block.code();
    found.total++;
    found.lasts[code[last]]++;
    if (place == last) {
      found.nothingAfter++;
    } else {
      found.after[code[place + 1]]++;
    }
    long[] time = block.timeOf(j);
    if (!found.shelf.mayTake(time[last])) {
      return;
    }
    int timed = from;
    while (timed < last && time[timed] == JourneyBlock.UNTIMED) {
      timed++;
    }
    found.shelf.offer(
        new UnitShelf.Line(
            time[last],
            id == null ? journeys.unitId(block.unit(j)) : id,
            last + 1L - from,
            time[timed],
            code[last]));
  }

  @Override
  public void merge(Found into, Found from) {
    into.total += from.total;
    into.nothingAfter += from.nothingAfter;
    for (int t = 0; t < into.after.length; t++) {
      into.after[t] += from.after[t];
      into.lasts[t] += from.lasts[t];
    }
    into.shelf.addAll(from.shelf);
  }

  @Override
  public byte[] write(Found found) {
    PartialWriter to = new PartialWriter().putLong(found.total).putLong(found.nothingAfter);
    to.putLongs(found.after, found.after.length);
    to.putLongs(found.lasts, found.lasts.length);
    found.shelf.write(to);
    return to.toBytes();
  }

  @Override
  public Found read(byte[] bytes) {
    PartialReader from = new PartialReader(bytes);
    Found found = start();
    found.total = from.getLong();
    found.nothingAfter = from.getLong();
    found.after = from.getLongs();
    found.lasts = from.getLongs();
    found.shelf.read(from);
    return found;
  }

  @Override
  public Round<Inside> finish(Found merged) {
    List<Inside.Unit> units = new ArrayList<>();
    for (UnitShelf.Line line : merged.shelf.inOrder()) {
      units.add(
          new Inside.Unit(
              line.id(),
              line.events(),
              merged.shelf.instant(line.first()),
              merged.shelf.instant(line.last()),
              touchpoints.get(line.touchpoint())));
    }
    UnitPage.@Nullable Position next =
        merged.shelf.isLastPage() ? null : merged.shelf.position(units.getLast());
    return new Round.Done<>(
        new Inside(
            merged.total,
            units,
            next,
            tallies(merged.after),
            merged.nothingAfter,
            tallies(merged.lasts)));
  }

  private List<Inside.Tally> tallies(long[] units) {
    List<Inside.Tally> tallies = new ArrayList<>();
    for (int t = 0; t < units.length; t++) {
      if (units[t] > 0) {
        tallies.add(new Inside.Tally(touchpoints.get(t), units[t]));
      }
    }
    // Touchpoints are in the order of their names and the sort is stable.
    tallies.sort(Comparator.comparingLong(Inside.Tally::units).reversed());
    return tallies;
  }
}
