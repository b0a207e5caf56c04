package dev.sojourn.store.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.testkit.contract.BlockContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Journeys as text that two implementations can be compared by.
final class JourneysText {

  private JourneysText() {}

  /// The events of each unit in order, each as name, channel and microseconds.
  static Map<String, List<String>> of(Journeys journeys) {
    BlockContract.gapsAreBetweenTimes(journeys);
    Map<String, List<String>> text = new TreeMap<>();
    JourneyBlock block = new JourneyBlock();
    long micros = journeys.tick().micros();
    for (JourneyPart part : journeys.parts()) {
      long units = 0;
      long events = 0;
      try (JourneyCursor cursor = part.open()) {
        while (cursor.next(block)) {
          units += block.journeys();
          events += block.events();
          for (int j = 0; j < block.journeys(); j++) {
            List<String> journey = new ArrayList<>();
            for (int i = block.start()[j]; i < block.start()[j + 1]; i++) {
              long time = block.time()[i];
              int code = block.code()[i];
              journey.add(
                  journeys.vocabulary().name(code)
                      + " "
                      + journeys.vocabulary().channel(code)
                      + " "
                      + (time == JourneyBlock.UNTIMED ? "-" : String.valueOf(time * micros)));
            }
            String id = journeys.unitId(block.unit(j));
            assertEquals(null, text.put(id, journey), "unit " + id + " came twice");
          }
        }
      }
      assertEquals(part.units(), units, "units of a part");
      assertEquals(part.events(), events, "events of a part");
    }
    return text;
  }

  /// Asserts that two forms of journeys say the same.
  static void assertSame(Journeys expected, Journeys actual, String message) {
    assertEquals(of(expected), of(actual), message);
    assertEquals(expected.units(), actual.units(), message);
    assertEquals(expected.events(), actual.events(), message);
    assertEquals(expected.tick(), actual.tick(), message);
    assertEquals(expected.dataThrough(), actual.dataThrough(), message);
  }
}
