package dev.sojourn.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.lint.Finding;
import dev.sojourn.map.lint.MapLint;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.Installation;
import dev.sojourn.store.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorkspaceTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void theShopIsDraftedAndLoadingItAgainAfterAStopEndsTheSame() throws IOException {
    try (Engine engine = new Engine(1)) {
      Watch impatient = new Watch(() -> true, (_, _, _) -> {});
      try (Installation installation = Installation.open(folder, CLOCK, new Random(1))) {
        Workspace shop = installation.workspace(DemoWorkspace.SHOP.id());
        assertThrows(
            CancelledException.class, () -> DemoWorkspace.SHOP.load(shop, engine, impatient));
        Files.writeString(shop.scratch().resolve("left.csv"), "by a process that died");
      }
      try (Installation installation = Installation.open(folder, CLOCK, new Random(1))) {
        Workspace shop = installation.workspace(DemoWorkspace.SHOP.id());
        DemoContent first = DemoWorkspace.SHOP.load(shop, engine, Watch.NOBODY);
        DemoContent again = DemoWorkspace.SHOP.load(shop, engine, Watch.NOBODY);
        assertEquals(first.map(), again.map());
        assertEquals(0, again.report().sum(ImportReport.FileReport::stored));
        assertEquals(32_283, again.report().sum(ImportReport.FileReport::duplicates));
        assertNotNull(first.map().reality());
        assertEquals(3_751, first.map().reality().customers());
        assertFalse(first.map().reality().synthetic());
        assertEquals(List.of(DemoWorkspace.SHOP.source()), first.map().reality().sources());
        assertFalse(first.map().checks().isEmpty());
        try (Stream<Path> left = Files.list(shop.scratch())) {
          assertEquals(List.of(), left.toList());
        }
      }
    }
  }

  @Test
  void theSampleShopComesWithItsNotice() throws IOException {
    try (InputStream notice = DemoWorkspace.class.getResourceAsStream("simple-shop/NOTICE.md")) {
      assertNotNull(notice);
      String text = new String(notice.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("Mozilla Public License"), text);
    }
  }

  @Test
  void theDrawnMapIsCanonicalAndLacksNothingGrave() throws IOException {
    JourneyMap map = DemoWorkspace.harbourMap();
    try (InputStream drawn = DemoWorkspace.class.getResourceAsStream("harbour-coffee.json")) {
      assertNotNull(drawn);
      assertEquals(MapJson.write(map), new String(drawn.readAllBytes(), StandardCharsets.UTF_8));
    }
    List<String> grave =
        MapLint.of(map).stream()
            .filter(f -> f.severity() != Finding.Severity.INFO)
            .map(Finding::sentence)
            .toList();
    assertEquals(List.of(), grave);
    assertEquals(3, map.personas().size());
    assertTrue(map.evidence().stream().allMatch(e -> e.title().endsWith("(invented)")));
  }
}
