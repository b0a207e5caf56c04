package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.journey.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A view whose codes tell events of one name apart. Closing it closes what it reads.
final class ApartJourneys implements Journeys {

  private final Journeys journeys;
  private final Vocabulary vocabulary;

  ApartJourneys(Journeys journeys, ToldApart apart) {
    this.journeys = journeys;
    Vocabulary spelled = journeys.vocabulary();
    List<ApartNames.Told> told = new ArrayList<>();
    for (int code = 0; code < spelled.size(); code++) {
      told.add(ApartNames.read(spelled.name(code), apart));
    }
    vocabulary =
        new Vocabulary() {
          @Override
          public int size() {
            return told.size();
          }

          @Override
          public String name(int code) {
            return told.get(code).name();
          }

          @Override
          public @Nullable String channel(int code) {
            return spelled.channel(code);
          }

          @Override
          public ToldApart toldApart() {
            return apart;
          }

          @Override
          public Map<String, String> properties(int code) {
            return told.get(code).properties();
          }
        };
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
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
    journeys.close();
  }
}
