package dev.sojourn.map.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.layout.RibbonLines.StageLines;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapLayoutTest {

  private static final Instant NOW = Instant.parse("2026-11-13T08:00:00Z");
  private static final int CASES = 60 * Integer.getInteger("sojourn.torture", 1);

  private static Map<String, JourneyMap> maps() {
    Map<String, JourneyMap> maps = new LinkedHashMap<>();
    maps.put("coffee", Samples.coffee());
    maps.put("shop", Samples.shop());
    maps.put("no data", Samples.noData());
    maps.put("monster", Samples.monster());
    maps.put("feelings", Samples.feelings());
    for (long seed = 0; seed < CASES; seed++) {
      maps.put("seed " + seed, RandomMaps.of(seed));
    }
    return maps;
  }

  private static List<Scene.Text> texts(Scene scene) {
    return scene.items().stream()
        .filter(Scene.Text.class::isInstance)
        .map(Scene.Text.class::cast)
        .toList();
  }

  private static double size(Scene.Text text) {
    return text.spans().stream().mapToDouble(Scene.Span::size).max().orElse(0);
  }

  private static boolean overlap(Scene.Text a, Scene.Text b) {
    boolean besides =
        a.left() + a.width() <= b.left() + 0.01 || b.left() + b.width() <= a.left() + 0.01;
    boolean below = a.y() <= b.y() - size(b) * 0.75 || b.y() <= a.y() - size(a) * 0.75;
    return !besides && !below;
  }

  @Test
  void noTwoTextsOverlap() {
    maps()
        .forEach((name, map) -> {
          List<Scene.Text> texts = new ArrayList<>(texts(MapLayout.of(map, NOW)));
          texts.sort((a, b) -> Double.compare(a.y(), b.y()));
          for (int i = 0; i < texts.size(); i++) {
            Scene.Text a = texts.get(i);
            for (int j = i + 1; j < texts.size() && texts.get(j).y() < a.y() + 40; j++) {
              Scene.Text b = texts.get(j);
              assertTrue(!overlap(a, b), () -> name + ": " + a + " overlaps " + b);
            }
          }
        });
  }

  @Test
  void everythingIsOnThePaper() {
    maps()
        .forEach((name, map) -> {
          Scene scene = MapLayout.of(map, NOW);
          for (Scene.Text text : texts(scene)) {
            assertTrue(
                text.left() >= 0
                    && text.left() + text.width() <= scene.width() + 0.01
                    && text.y() - size(text) >= 0
                    && text.y() <= scene.height(),
                () -> name + ": " + text + " is not on the paper");
          }
        });
  }

  @Test
  void linesThatComeInGoOnOrLeave() {
    maps()
        .forEach((name, map) -> {
          if (map.reality() == null) {
            return;
          }
          RibbonLines lines = RibbonLines.of(map, map.reality(), 42);
          if (lines == null) {
            return;
          }
          int before = lines.stages().getFirst().through();
          for (StageLines stage : lines.stages()) {
            assertEquals(before, stage.through(), name);
            assertEquals(
                stage.through() + stage.starts() + stage.backIn(),
                stage.onward() + stage.leaves() + stage.backOut(),
                () -> name + ": " + stage);
            assertTrue(stage.onward() >= 0 && stage.leaves() >= 0, name);
            before = stage.onward();
          }
        });
  }

  @Test
  void coffeeIsDrawnInLinesOfTwoHundred() {
    JourneyMap map = Samples.coffee();
    RibbonLines lines = RibbonLines.of(map, java.util.Objects.requireNonNull(map.reality()), 42);
    assertEquals(200, java.util.Objects.requireNonNull(lines).unit());
    assertEquals(List.of(7, 7, 2, 1, 0), lines.stages().stream().map(StageLines::leaves).toList());
    assertEquals(25, lines.stages().getLast().onward());
  }

  @Test
  void randomMapsComeBackFromJson() {
    for (long seed = 0; seed < CASES; seed++) {
      JourneyMap map = RandomMaps.of(seed);
      assertEquals(map, MapJson.read(MapJson.write(map)), "seed " + seed);
    }
  }

  @Test
  void feelingsOfPersonasAreNoPartOfTheCurveOfAll() {
    Scene scene = MapLayout.of(Samples.feelings(), NOW);
    List<Scene.Line> curves =
        scene.items().stream()
            .filter(Scene.Line.class::isInstance)
            .map(Scene.Line.class::cast)
            .filter(l -> l.dash().equals("4 4"))
            .toList();
    // All, and the persona with two points; the persona with one point is a ring.
    assertEquals(2, curves.size());
    List<String> words =
        texts(scene).stream()
            .map(t -> String.join("", t.spans().stream().map(Scene.Span::text).toList()))
            .toList();
    assertTrue(words.containsAll(List.of("Ada −3.0", "Bo +4.0", "+2.0")), words.toString());
  }

  @Test
  void widthsAreThoseOfTheFonts() {
    assertEquals(Face.SANS.width("1111", 10), Face.SANS.width("0000", 10));
    assertTrue(Face.SANS.width("W", 10) > Face.SANS.width("i", 10) * 2);
    assertEquals(0, Face.SERIF.width("", 10));
  }
}
