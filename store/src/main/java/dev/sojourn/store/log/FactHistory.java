package dev.sojourn.store.log;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/// All facts by sequence number; grows cheaply while earlier views of it stay as they are. For one
/// thread at a time, its views for many.
final class FactHistory {

  private RecordedFact[] facts = new RecordedFact[16];
  private int count;

  void addAll(Collection<RecordedFact> more) {
    for (RecordedFact fact : more) {
      if (count == facts.length) {
        facts = Arrays.copyOf(facts, count * 2);
      }
      facts[count++] = fact;
    }
  }

  void sort() {
    Arrays.sort(facts, 0, count, Comparator.comparingLong(RecordedFact::sequence));
  }

  void removeIf(Predicate<RecordedFact> unwanted) {
    RecordedFact[] kept =
        Arrays.stream(facts, 0, count).filter(unwanted.negate()).toArray(RecordedFact[]::new);
    count = kept.length;
    facts = Arrays.copyOf(kept, Math.max(16, count));
  }

  /// The facts of now.
  List<RecordedFact> view() {
    return new View(facts, count);
  }

  private static final class View extends AbstractList<RecordedFact> implements RandomAccess {
    private final RecordedFact[] facts;
    private final int count;

    View(RecordedFact[] facts, int count) {
      this.facts = facts;
      this.count = count;
    }

    @Override
    public RecordedFact get(int index) {
      return facts[java.util.Objects.checkIndex(index, count)];
    }

    @Override
    public int size() {
      return count;
    }
  }
}
