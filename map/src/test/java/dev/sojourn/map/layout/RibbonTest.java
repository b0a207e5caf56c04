package dev.sojourn.map.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.layout.Ribbon.Kind;
import dev.sojourn.map.layout.Ribbon.Label;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RibbonTest {

  private static final int CASES = 60 * Integer.getInteger("sojourn.torture", 1);

  private static List<Double> even(double left, double width, int stages) {
    return Columns.even(left, width, stages).edges();
  }

  private static List<Ribbon.Path> paths(Ribbon ribbon, Kind kind) {
    return ribbon.paths().stream().filter(p -> p.kind() == kind).toList();
  }

  @Test
  void isThePictureInItsColumns() {
    JourneyMap map = Samples.coffee();
    Scene scene = MapLayout.of(map, Instant.parse("2026-11-13T08:00:00Z"));
    Sheet sheet =
        new Sheet(
            map,
            dev.sojourn.map.evidence.EvidenceBook.of(map, Instant.EPOCH),
            new EvidenceWords(Instant.EPOCH));
    double top =
        scene.items().stream()
            .filter(Scene.Text.class::isInstance)
            .map(Scene.Text.class::cast)
            .filter(t -> t.spans().getFirst().text().equals("Worn path"))
            .mapToDouble(t -> t.y() - 22)
            .findFirst()
            .orElseThrow();
    Ribbon ribbon = Ribbon.of(map, sheet.columns.edges(), null);
    for (Label label : ribbon.labels()) {
      assertTrue(
          scene.items().stream()
              .filter(Scene.Text.class::isInstance)
              .map(Scene.Text.class::cast)
              .anyMatch(t ->
                  t.spans().getFirst().text().equals(label.strong())
                      && Math.abs(t.x() - label.x()) < 0.01
                      && Math.abs(t.y() - top - label.y()) < 1.5),
          () -> "the picture has no " + label);
    }
    long lines = scene.items().stream().filter(Scene.Line.class::isInstance).count();
    assertTrue(lines >= ribbon.paths().stream().filter(p -> !p.fill()).count());
  }

  @Test
  void saysWhoIsBehindEveryPart() {
    Ribbon ribbon = Ribbon.of(Samples.coffee(), even(0, 180, 5), null);
    assertEquals(200L, ribbon.customersPerLine());
    assertEquals(0, ribbon.notDrawn());
    assertEquals(
        List.of(8412L, 6927L, 5604L, 5218L, 4935L, 4935L),
        paths(ribbon, Kind.TRAVEL).stream()
            .filter(p -> p.customers() != null)
            .map(Ribbon.Path::customers)
            .toList());
    assertEquals(
        List.of(1485L, 1323L, 386L, 283L),
        paths(ribbon, Kind.LEAVE).stream().map(Ribbon.Path::customers).toList());
    assertEquals(
        List.of("1,145 come back to Crave", "1,867 come back to Order"),
        ribbon.labels().stream()
            .filter(l -> l.kind() == Kind.RETURN)
            .map(l -> l.strong() + l.text())
            .toList());
    assertEquals(4, paths(ribbon, Kind.UNDRAWN).size());
  }

  @Test
  void withoutDataOnlyTheDesignedWayIsDrawn() {
    Ribbon ribbon = Ribbon.of(Samples.noData(), List.of(0.0, 100.0, 400.0), 60.0);
    assertTrue(ribbon.paths().stream().allMatch(p -> p.kind() == Kind.DESIGNED));
    assertNull(ribbon.customersPerLine());
    assertEquals(60, ribbon.height());
    assertEquals(List.of(), ribbon.labels());
  }

  @Test
  void littleRoomLeavesSmallWaysOutAndSaysHowMany() {
    JourneyMap map = Samples.coffee();
    Ribbon all = Ribbon.of(map, even(0, 180, 5), null);
    Ribbon roomy = Ribbon.of(map, even(0, 180, 5), all.height() + 80);
    assertEquals(all.height() + 80, roomy.height());
    assertEquals(0, roomy.notDrawn());
    Ribbon tight = Ribbon.of(map, even(0, 180, 5), 140.0);
    assertEquals(3, tight.notDrawn());
    assertTrue(tight.height() < all.height() / 1.5, () -> tight.height() + " of " + all.height());
    Ribbon middle = Ribbon.of(map, even(0, 180, 5), 240.0);
    assertTrue(middle.notDrawn() < 3 && middle.height() <= 240, () -> "" + middle.height());
  }

  @Test
  void anyColumnsGiveWordsThatDoNotOverlap() {
    for (long seed = 0; seed < CASES; seed++) {
      JourneyMap map = RandomMaps.of(seed);
      Random random = new Random(seed);
      List<Double> columns = new ArrayList<>();
      double x = random.nextInt(100);
      for (int i = 0; i <= map.stages().size(); i++) {
        columns.add(x);
        x += 60 + random.nextInt(300);
      }
      Double height = random.nextBoolean() ? null : 100.0 + random.nextInt(400);
      Ribbon ribbon = Ribbon.of(map, columns, height);
      List<Label> labels = ribbon.labels();
      for (int i = 0; i < labels.size(); i++) {
        Label a = labels.get(i);
        assertTrue(a.y() <= ribbon.height(), "seed " + seed + ": " + a + " is below the ribbon");
        for (int j = i + 1; j < labels.size(); j++) {
          Label b = labels.get(j);
          boolean beside = Math.abs(a.x() - b.x()) >= (width(a) + width(b)) / 2 - 0.01;
          assertTrue(
              beside || Math.abs(a.y() - b.y()) >= 11, "seed " + seed + ": " + a + " and " + b);
        }
      }
      assertTrue(ribbon.paths().stream().noneMatch(p -> p.d().contains("NaN")), "seed " + seed);
      if (height != null) {
        assertTrue(ribbon.height() >= height, "seed " + seed);
      }
    }
  }

  private static double width(Label label) {
    return Face.SANS_BOLD.width(label.strong(), 12) + Face.SANS.width(label.text(), 12);
  }

  @Test
  void columnsOfAnotherMapAreRefused() {
    JourneyMap map = Samples.noData();
    for (List<Double> columns :
        List.of(
            List.of(0.0, 10.0),
            List.of(0.0, 200.0, 100.0),
            List.of(0.0, Double.NaN, 300.0),
            List.of(-1.0, 100.0, 300.0))) {
      assertThrows(RefusedException.class, () -> Ribbon.of(map, columns, null));
    }
    assertThrows(
        RefusedException.class, () -> Ribbon.of(map, List.of(0.0, 100.0, 300.0), Double.NaN));
  }
}
