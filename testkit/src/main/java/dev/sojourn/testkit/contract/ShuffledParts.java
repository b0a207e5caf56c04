package dev.sojourn.testkit.contract;

import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// A snapshot with its parts in another order.
final class ShuffledParts implements Journeys {

  private final Journeys journeys;
  private final List<JourneyPart> parts;

  ShuffledParts(Journeys journeys, RandomGenerator order) {
    this.journeys = journeys;
    this.parts = new ArrayList<>(journeys.parts());
    Collections.shuffle(parts, Random.from(order));
  }

  @Override
  public Vocabulary vocabulary() {
    return journeys.vocabulary();
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
    return parts;
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
