package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Journeys of which only some event names are visible, hidden as they are read. It has codes of
/// its own, those of the visible events. Closing it closes what it reads.
final class FilteredJourneys implements Journeys {

  private static final char HIDDEN = Vocabulary.MAX_SIZE;

  private final Journeys all;
  private final List<Integer> visible = new ArrayList<>();
  private final char[] codes;
  private final List<Part> parts;

  /// Reads everything once to count what is visible.
  FilteredJourneys(Journeys all, Set<String> names) {
    this.all = all;
    Vocabulary vocabulary = all.vocabulary();
    this.codes = new char[vocabulary.size()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = HIDDEN;
      if (names.contains(vocabulary.name(c))) {
        codes[c] = (char) visible.size();
        visible.add(c);
      }
    }
    this.parts = all.parts().stream().map(this::count).toList();
  }

  /// The same view over another snapshot of the same generation, without reading anything.
  FilteredJourneys(Journeys all, FilteredJourneys counted) {
    this.all = all;
    this.codes = counted.codes;
    this.visible.addAll(counted.visible);
    List<Part> known = new ArrayList<>();
    for (int p = 0; p < counted.parts.size(); p++) {
      Part part = counted.parts.get(p);
      known.add(new Part(all.parts().get(p), codes, part.units(), part.events()));
    }
    this.parts = List.copyOf(known);
  }

  private Part count(JourneyPart part) {
    long units = 0;
    long events = 0;
    JourneyBlock block = new JourneyBlock();
    try (JourneyCursor cursor = new Cursor(part.open(), codes)) {
      while (cursor.next(block)) {
        units += block.journeys();
        events += block.events();
      }
    }
    return new Part(part, codes, units, events);
  }

  @Override
  public Vocabulary vocabulary() {
    return new Vocabulary() {
      @Override
      public int size() {
        return visible.size();
      }

      @Override
      public String name(int code) {
        return all.vocabulary().name(visible.get(code));
      }

      @Override
      public @Nullable String channel(int code) {
        return all.vocabulary().channel(visible.get(code));
      }
    };
  }

  @Override
  public Tick tick() {
    return all.tick();
  }

  @Override
  public long units() {
    return parts.stream().mapToLong(Part::units).sum();
  }

  @Override
  public long events() {
    return parts.stream().mapToLong(Part::events).sum();
  }

  @Override
  public long dataThrough() {
    return all.dataThrough();
  }

  @Override
  public List<? extends JourneyPart> parts() {
    return parts;
  }

  @Override
  public String unitId(long unit) {
    return all.unitId(unit);
  }

  @Override
  public void close() {
    all.close();
  }

  private record Part(JourneyPart part, char[] codes, long units, long events)
      implements JourneyPart {
    @Override
    public JourneyCursor open() {
      return new Cursor(part.open(), codes);
    }
  }

  private static final class Cursor implements JourneyCursor {
    private final JourneyCursor cursor;
    private final char[] codes;
    private final JourneyBlock all = new JourneyBlock();

    Cursor(JourneyCursor cursor, char[] codes) {
      this.cursor = cursor;
      this.codes = codes;
    }

    @Override
    public boolean next(JourneyBlock block) {
      block.clear();
      while (block.journeys() == 0) {
        if (!cursor.next(all)) {
          return false;
        }
        block.room(all.events());
        for (int j = 0; j < all.journeys(); j++) {
          hide(block, j);
        }
      }
      return true;
    }

    /// Adds what is visible of journey `j`. Only times of journeys with a visible event are read.
    private void hide(JourneyBlock block, int j) {
      char[] from = all.code();
      int i = all.start()[j];
      int end = all.start()[j + 1];
      while (i < end && codes[from[i]] == HIDDEN) {
        i++;
      }
      if (i == end) {
        return;
      }
      long[] time = all.timeOf(j);
      int at = block.events();
      int to = at;
      char[] visible = block.code();
      long[] visibleTime = block.time();
      for (; i < end; i++) {
        char own = codes[from[i]];
        visible[to] = own;
        visibleTime[to] = time[i];
        to += own == HIDDEN ? 0 : 1;
      }
      block.end(all.unit(j), to - at);
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
