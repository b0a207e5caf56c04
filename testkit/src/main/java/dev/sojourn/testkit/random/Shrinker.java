package dev.sojourn.testkit.random;

import dev.sojourn.testkit.journey.PlainEvent;
import dev.sojourn.testkit.journey.PlainJourney;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing set of journeys small: leaves out customers, then events, as long as it fails.
final class Shrinker {

  private Shrinker() {}

  /// The smallest set that was found; leaving out any one customer or event of it makes it pass.
  static PlainJourneys shrink(PlainJourneys failing, Predicate<PlainJourneys> stillFails) {
    PlainJourneys smaller = failing;
    PlainJourneys before;
    do {
      before = smaller;
      smaller = withoutCustomers(smaller, stillFails);
      smaller = withoutEvents(smaller, stillFails);
    } while (!smaller.equals(before));
    return smaller;
  }

  /// Tries runs of customers, halving their length, so that a large set is soon a small one.
  private static PlainJourneys withoutCustomers(
      PlainJourneys from, Predicate<PlainJourneys> stillFails) {
    PlainJourneys kept = from;
    for (int run = Math.max(1, from.journeys().size() / 2); run > 0; run /= 2) {
      for (int at = 0; at < kept.journeys().size(); ) {
        PlainJourneys fewer = new PlainJourneys(without(kept.journeys(), at, run));
        if (stillFails.test(fewer)) {
          kept = fewer;
        } else {
          at += run;
        }
      }
    }
    return kept;
  }

  private static PlainJourneys withoutEvents(
      PlainJourneys from, Predicate<PlainJourneys> stillFails) {
    PlainJourneys kept = from;
    for (int j = 0; j < kept.journeys().size(); j++) {
      for (int at = 0; at < kept.journeys().get(j).events().size(); ) {
        PlainJourney journey = kept.journeys().get(j);
        List<PlainEvent> fewer = without(journey.events(), at, 1);
        if (fewer.isEmpty()) {
          break;
        }
        List<PlainJourney> journeys = new ArrayList<>(kept.journeys());
        journeys.set(j, new PlainJourney(journey.unit(), fewer));
        PlainJourneys smaller = new PlainJourneys(journeys);
        if (stillFails.test(smaller)) {
          kept = smaller;
        } else {
          at++;
        }
      }
    }
    return kept;
  }

  private static <T> List<T> without(List<T> list, int at, int run) {
    List<T> fewer = new ArrayList<>(list.subList(0, at));
    fewer.addAll(list.subList(Math.min(list.size(), at + run), list.size()));
    return fewer;
  }
}
