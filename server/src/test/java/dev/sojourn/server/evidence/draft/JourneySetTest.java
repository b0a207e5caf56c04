package dev.sojourn.server.evidence.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.fold.CancelledException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JourneySetTest {

  private static final List<String> BUYS = List.of("catalog", "cart", "pays");
  private static final List<String> ASKS = List.of("search", "article", "call", "call");

  @Test
  void rareJourneysAndStrangeTouchpointsDoNotBecomeJourneys() {
    JourneySet found =
        mine(
            Map.of(
                BUYS,
                60L,
                ASKS,
                30L,
                List.of("catalog", "ghost", "cart", "pays"),
                1L,
                List.of("article", "search", "call", "call"),
                1L,
                List.of("pays", "call"),
                1L));
    assertEquals(List.of(BUYS, ASKS), found.journeys());
  }

  @Test
  void countsEachPathToTheJourneyItStraysFrom() {
    JourneySet found = mine(Map.of(BUYS, 60L, ASKS, 30L));
    assertEquals(OptionalInt.of(0), found.journeyOf(List.of("catalog", "pays")));
    assertEquals(OptionalInt.of(1), found.journeyOf(List.of("search", "call", "article")));
    assertEquals(OptionalInt.of(0), found.journeyOf(List.of("never seen", "catalog", "cart")));
    assertEquals(OptionalInt.empty(), found.journeyOf(List.of("never seen")));
  }

  @Test
  void moreOfTheSameCustomersFindTheSameJourneys() {
    Map<List<String>, Long> units = new HashMap<>();
    units.put(BUYS, 150L);
    units.put(ASKS, 50L);
    units.put(List.of("catalog", "pays"), 2L);
    Map<List<String>, Long> thousandfold = new HashMap<>();
    units.forEach((path, n) -> thousandfold.put(path, n * 1_000));
    assertEquals(mine(units).journeys(), mine(thousandfold).journeys());
  }

  @Test
  void theOrderInWhichPathsComeDoesNotMatter() {
    Map<List<String>, Long> some = new LinkedHashMap<>();
    some.put(BUYS, 5L);
    some.put(ASKS, 5L);
    some.put(List.of("a", "b", "c", "d"), 5L);
    Map<List<String>, Long> same = new LinkedHashMap<>();
    List<List<String>> keys = new ArrayList<>(some.keySet());
    keys.reversed().forEach(k -> same.put(k, 5L));
    assertEquals(mine(some).journeys(), mine(same).journeys());
  }

  @Test
  void noJourneyIsFoundWhereNothingRepeats() {
    Random random = new Random(7);
    Map<List<String>, Long> units = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      List<String> path = new ArrayList<>();
      for (int n = 3 + random.nextInt(6); n > 0; n--) {
        path.add("touchpoint " + random.nextInt(20));
      }
      units.merge(path, 1L, Long::sum);
    }
    assertEquals(List.of(), mine(units).journeys());
  }

  @Test
  void oneCustomerIsNoTypicalJourney() {
    JourneySet found = mine(Map.of(BUYS, 1L));
    assertTrue(found.journeys().isEmpty());
    assertEquals(OptionalInt.empty(), found.journeyOf(BUYS));
  }

  @Test
  void givesUpWhenAskedTo() {
    PathTable table = PathTable.of(Map.of(BUYS, 60L, ASKS, 30L));
    assertThrows(CancelledException.class, () -> JourneySet.mine(table, () -> true));
  }

  private static JourneySet mine(Map<List<String>, Long> units) {
    return JourneySet.mine(PathTable.of(units), () -> false);
  }
}
