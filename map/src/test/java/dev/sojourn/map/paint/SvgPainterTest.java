package dev.sojourn.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.map.layout.MapLayout;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgPainterTest {

  private static final Instant NOW = Instant.parse("2026-11-13T08:00:00Z");

  private static final Map<String, JourneyMap> GOLDEN =
      Map.of("coffee", Samples.coffee(), "shop", Samples.shop());

  /// Set to rewrite the golden files, then look at what changed.
  private static final boolean REWRITE = Boolean.getBoolean("sojourn.golden.rewrite");

  private static String svg(JourneyMap map, Theme theme) {
    return SvgPainter.paint(MapLayout.of(map, NOW), theme);
  }

  @Test
  void bytesAreThoseOfTheGoldenFiles() throws IOException {
    for (Map.Entry<String, JourneyMap> entry : GOLDEN.entrySet()) {
      Path file = Path.of("src/test/resources/dev/sojourn/map/paint", entry.getKey() + ".svg");
      String painted = svg(entry.getValue(), Theme.LIGHT);
      if (REWRITE) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, painted, StandardCharsets.UTF_8);
      }
      assertEquals(
          Files.readString(file, StandardCharsets.UTF_8),
          painted,
          entry.getKey() + ": look at the change, then run with -Dsojourn.golden.rewrite=true");
    }
  }

  @Test
  void sameMapGivesSameBytes() {
    Scene scene = MapLayout.of(Samples.monster(), NOW);
    assertEquals(
        SvgPainter.paint(scene, Theme.DARK),
        SvgPainter.paint(MapLayout.of(Samples.monster(), NOW), Theme.DARK));
  }

  @Test
  void everyMapIsWellFormedXmlWithoutActiveContent() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    for (long seed = -1; seed < 30; seed++) {
      JourneyMap map = seed < 0 ? Samples.monster() : RandomMaps.of(seed);
      byte[] svg = svg(map, Theme.LIGHT).getBytes(StandardCharsets.UTF_8);
      Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
      assertEquals("svg", document.getDocumentElement().getLocalName(), "seed " + seed);
      assertEquals(0, document.getElementsByTagName("script").getLength(), "seed " + seed);
    }
  }
}
