package dev.sojourn.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
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
  void fontsInsideHaveTheLettersThatAreUsed() throws IOException {
    Scene scene = MapLayout.of(Samples.coffee(), NOW);
    String svg = SvgPainter.paintWithFonts(scene, Theme.LIGHT);
    assertEquals(svg, SvgPainter.paintWithFonts(scene, Theme.LIGHT));
    Matcher faces =
        Pattern.compile("@font-face\\{font-family:(\\w+);[^}]*base64,([^)]*)\\)").matcher(svg);
    int found = 0;
    while (faces.find()) {
      found++;
      byte[] bytes = Base64.getDecoder().decode(faces.group(2));
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
        int letter = faces.group(1).equals("Inter") ? '1' : 'e';
        assertTrue(font.getUnicodeCmapLookup().getGlyphId(letter) > 0, faces.group(1));
      }
    }
    assertEquals(5, found);
    assertTrue(svg.length() < 200_000, () -> "" + svg.length());
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
