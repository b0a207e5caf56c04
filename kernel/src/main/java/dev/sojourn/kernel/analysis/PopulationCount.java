package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.PartialReader;
import dev.sojourn.kernel.fold.PartialWriter;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.result.AnalysisResult.Population;

/// Counts the units and events that a fold has seen: the first part of its partial.
final class PopulationCount {

  private long units;
  private long events;

  void add(JourneyBlock block) {
    units += block.journeys();
    events += block.events();
  }

  void merge(PopulationCount from) {
    units += from.units;
    events += from.events;
  }

  /// Begins the bytes of a partial.
  PartialWriter write() {
    return new PartialWriter().putLong(units).putLong(events);
  }

  /// Reads what [#write] wrote.
  void read(PartialReader from) {
    units = from.getLong();
    events = from.getLong();
  }

  Population population() {
    return new Population(units, events);
  }
}
