package dev.sojourn.map.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.layout.Face;
import dev.sojourn.map.layout.MapLayout;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.layout.Tone;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPainterTest {

  private static final Instant NOW = Instant.parse("2026-11-13T08:00:00Z");

  private static byte[] png(Scene scene, Theme theme) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngPainter.paint(scene, theme, out);
    return out.toByteArray();
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int color(Theme theme, Tone tone) {
    return 0xFF000000 | Integer.parseInt(theme.color(tone).substring(1), 16);
  }

  @Test
  void isTwiceAsFineAsAScreenAndTheSameEveryTime() throws IOException {
    Scene scene = MapLayout.of(Samples.coffee(), NOW);
    for (Theme theme : Theme.values()) {
      byte[] png = png(scene, theme);
      BufferedImage image = image(png);
      assertEquals(2 * (int) scene.width(), image.getWidth());
      assertEquals(2 * (int) scene.height(), image.getHeight());
      assertEquals(color(theme, Tone.PAPER), image.getRGB(2, 2));
      assertArrayEquals(png, png(MapLayout.of(Samples.coffee(), NOW), theme));
    }
  }

  @Test
  void bandsJoinWithoutASeam() throws IOException {
    // Wide and high enough for several bands; a slanting line and letters go over all of them.
    Scene scene =
        new Scene(
            2500,
            2000,
            "bands",
            "",
            false,
            new Scene.Grid(List.of(0.0, 2500.0), 0, 0, List.of(2000.0)),
            List.of(
                new Scene.Box(100, 0, 300, 2000, 0, Tone.TRAIL, 1, null, 0),
                new Scene.Line("M1000 0L1000 2000", Tone.INK, 4, 1, "", false)));
    BufferedImage image = image(png(scene, Theme.LIGHT));
    for (int y = 0; y < image.getHeight(); y++) {
      assertEquals(color(Theme.LIGHT, Tone.TRAIL), image.getRGB(400, y));
      assertEquals(color(Theme.LIGHT, Tone.INK), image.getRGB(2000, y));
      assertEquals(color(Theme.LIGHT, Tone.PAPER), image.getRGB(100, y));
    }
  }

  @Test
  void wordsAreWhereTheyWereLaidOut() throws IOException {
    String words = "שלום Wait استكشاف 比 1,145";
    Scene.Span span = new Scene.Span(words, Face.SANS_BOLD, 40, Tone.INK);
    Scene scene =
        new Scene(
            1000,
            100,
            "words",
            "",
            false,
            new Scene.Grid(List.of(0.0, 1000.0), 0, 0, List.of(100.0)),
            List.of(new Scene.Text(20, 60, Scene.Anchor.START, List.of(span), false)));
    BufferedImage image = image(png(scene, Theme.LIGHT));
    int first = image.getWidth();
    int last = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (image.getRGB(x, y) != color(Theme.LIGHT, Tone.PAPER)) {
          first = Math.min(first, x);
          last = Math.max(last, x);
        }
      }
    }
    assertTrue(first >= 38 && first < 60, "begins at " + first / 2);
    assertTrue(Math.abs(last / 2.0 - 20 - span.width()) < 8, last / 2 + " for " + span.width());
  }

  @Test
  void longMapsArePaintedLessFine() throws IOException {
    Scene scene =
        new Scene(
            60_000,
            30,
            "long",
            "",
            false,
            new Scene.Grid(List.of(0.0, 60_000.0), 0, 0, List.of(30.0)),
            List.of());
    assertEquals(30_000, image(png(scene, Theme.LIGHT)).getWidth());
  }

  @Test
  void anyMapIsPainted() throws IOException {
    for (long seed = 0; seed < 8; seed++) {
      png(MapLayout.of(RandomMaps.of(seed), NOW), Theme.DARK);
    }
    png(MapLayout.of(Samples.monster(), NOW), Theme.LIGHT);
  }
}
