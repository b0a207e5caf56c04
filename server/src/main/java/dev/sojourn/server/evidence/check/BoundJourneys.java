package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Journeys in which an event that a map binds is called by the name of its touchpoint, and no
/// other event is. The snapshot behind it stays the caller's to close.
record BoundJourneys(Journeys journeys, MapGround ground) implements Journeys {

  private static final String UNBOUND = "not on the map: ";

  @Override
  public Vocabulary vocabulary() {
    Vocabulary names = journeys.vocabulary();
    return new Vocabulary() {
      @Override
      public int size() {
        return names.size();
      }

      @Override
      public String name(int code) {
        int touchpoint = ground.alignedByCode()[code];
        return touchpoint < 0
            ? UNBOUND + names.name(code)
            : ground.map().touchpoints().get(touchpoint).name();
      }

      @Override
      public @Nullable String channel(int code) {
        return names.channel(code);
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
