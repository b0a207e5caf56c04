package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Journeys whose events are called otherwise, so that a question can be asked in the words of a
/// map. The snapshot behind it stays the caller's to close.
///
/// @param names what an event of a code is called
record RenamedJourneys(Journeys journeys, IntFunction<String> names) implements Journeys {

  @Override
  public Vocabulary vocabulary() {
    Vocabulary found = journeys.vocabulary();
    return new Vocabulary() {
      @Override
      public int size() {
        return found.size();
      }

      @Override
      public String name(int code) {
        return names.apply(code);
      }

      @Override
      public @Nullable String channel(int code) {
        return found.channel(code);
      }
    };
  }

  @Override
  public Tick tick() {
    return journeys.tick();
  }

  @Override
  public long units() {
    return journeys.units();
  }

  @Override
  public long events() {
    return journeys.events();
  }

  @Override
  public long dataThrough() {
    return journeys.dataThrough();
  }

  @Override
  public List<? extends JourneyPart> parts() {
    return journeys.parts();
  }

  @Override
  public String unitId(long unit) {
    return journeys.unitId(unit);
  }

  @Override
  public void close() {
    // The snapshot is the caller's.
  }
}
