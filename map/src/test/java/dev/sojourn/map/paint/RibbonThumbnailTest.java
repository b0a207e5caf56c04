package dev.sojourn.map.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class RibbonThumbnailTest {

  @Test
  void isSmallAndWellFormedForAnyMap() throws Exception {
    List<JourneyMap> maps =
        new ArrayList<>(
            List.of(Samples.coffee(), Samples.shop(), Samples.noData(), Samples.monster()));
    for (long seed = 0; seed < 30; seed++) {
      maps.add(RandomMaps.of(seed));
    }
    for (JourneyMap map : maps) {
      for (Theme theme : Theme.values()) {
        String svg = RibbonThumbnail.of(map, theme);
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
        assertTrue(bytes.length < 60_000, () -> map.title() + " takes " + bytes.length);
        assertFalse(svg.contains("NaN"), map.title());
        assertEquals(svg, RibbonThumbnail.of(map, theme));
      }
    }
  }
}
