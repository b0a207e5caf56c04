package dev.sojourn.server.evidence.draft;

import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.model.JourneyMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A first map drafted from events.
///
/// @param map the draft, with its claims checked on the customers held out and reality counted over
///   all customers
/// @param journeys typical journeys by event name, most customers first; empty when there is no
///   clear structure
/// @param assignment the journey of each customer, an index into `journeys`; customers who are far
///   from all of them have no entry; empty when it was not asked for
/// @param coverage events that the touchpoints of the map explain, over all events
/// @param sentences why the draft is as it is, each with its number
public record DraftResult(
    JourneyMap map,
    List<JourneyMap.TypicalJourney> journeys,
    Map<String, Integer> assignment,
    Rate coverage,
    List<String> sentences) {

  public DraftResult {
    journeys = List.copyOf(journeys);
    assignment = Collections.unmodifiableMap(new TreeMap<>(assignment));
    sentences = List.copyOf(sentences);
  }
}
