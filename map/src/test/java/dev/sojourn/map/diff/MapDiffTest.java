package dev.sojourn.map.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import dev.sojourn.map.sample.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapDiffTest {

  private static Sketch sketch(String... steps) {
    Sketch sketch = new Sketch("m").stage("All", Stage.Kind.CUSTOM).lane(Lane.Role.ACTION, "Doing");
    for (String step : steps) {
      sketch.step(step);
    }
    return sketch;
  }

  private static List<String> diff(JourneyMap before, JourneyMap after) {
    return MapDiff.of(before, after).stream().map(Change::sentence).toList();
  }

  @Test
  void equalMapsDoNotDiffer() {
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(List.of(), diff(RandomMaps.of(seed), RandomMaps.of(seed)), "seed " + seed);
    }
  }

  @Test
  void measuringIsNoChange() {
    assertEquals(List.of(), diff(Samples.coffee(), Samples.coffee().withReality(null)));
  }

  @Test
  void stepsAreAddedRemovedAndMovedByTheFewest() {
    assertEquals(
        List.of("Step 'b' was removed", "Step 'd' moved to another place", "Step 'e' was added"),
        diff(sketch("a", "b", "c", "d").map(), sketch("d", "a", "c", "e").map()));
  }

  @Test
  void changedFieldsSayBeforeAndAfter() {
    assertEquals(
        List.of("Card 'x': note was not given, is 'soon'"),
        diff(sketch("a").card("a", "x").map(), sketch("a").card("a", "a", "x", "soon").map()));
  }
}
