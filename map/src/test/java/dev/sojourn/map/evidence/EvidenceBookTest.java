package dev.sojourn.map.evidence;

import static dev.sojourn.map.model.EvidenceLevel.ASSUMED;
import static dev.sojourn.map.model.EvidenceLevel.CONTRADICTED;
import static dev.sojourn.map.model.EvidenceLevel.CORROBORATED;
import static dev.sojourn.map.model.EvidenceLevel.NOT_ENOUGH_DATA;
import static dev.sojourn.map.model.EvidenceLevel.NOT_MEASURABLE;
import static dev.sojourn.map.model.EvidenceLevel.OBSERVED;
import static dev.sojourn.map.model.EvidenceLevel.REPORTED;
import static dev.sojourn.map.model.EvidenceLevel.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.sample.Samples;
import dev.sojourn.map.sample.Sketch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceBookTest {

  @Test
  void coffeeMapHasEveryLevel() {
    EvidenceBook book = EvidenceBook.of(Samples.coffee(), Instant.parse("2026-11-13T08:00:00Z"));
    Map<String, EvidenceLevel> expected = new LinkedHashMap<>();
    expected.put("card Wants a coffee", ASSUMED);
    expected.put("card Reads the app menu", OBSERVED);
    expected.put("card Orders on the way", CORROBORATED);
    expected.put("card Collects without waiting", CONTRADICTED);
    expected.put("touchpoint Window sign", REPORTED);
    expected.put("touchpoint Smell on the street", NOT_MEASURABLE);
    expected.put("touchpoint Menu board", ASSUMED);
    expected.put("touchpoint Store finder", NOT_ENOUGH_DATA);
    expected.put("touchpoint Paper stamp card", STALE);
    Map<String, EvidenceLevel> found = new LinkedHashMap<>();
    expected.keySet().forEach(word -> found.put(word, book.of(Sketch.id(word)).level()));
    assertEquals(expected, found);
  }

  @Test
  void evidenceAges() {
    EvidenceBook later = EvidenceBook.of(Samples.coffee(), Instant.parse("2028-01-01T00:00:00Z"));
    assertEquals(STALE, later.of(Sketch.id("card Reads the app menu")).level());
    assertEquals(STALE, later.of(Sketch.id("touchpoint Window sign")).level());
  }

  @Test
  void whatCustomersSaidIsEvidenceWithADay() {
    Sketch s = new Sketch("I say").stage("Talk", Stage.Kind.CUSTOM).step("talk");
    s.lane(Lane.Role.ACTION, "Doing").card("talk", "Talks");
    EvidenceBook none = EvidenceBook.of(s.map(), Instant.parse("2026-11-13T08:00:00Z"));
    assertEquals(Optional.empty(), none.newest());
    s.said(Sketch.id("card Talks"), 3, 7);
    JourneyMap map = s.map();
    assertEquals(
        Optional.ofNullable(map.evidence().getFirst().collectedOn())
            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
        EvidenceBook.of(map, Instant.parse("2026-11-13T08:00:00Z")).newest());
  }
}
