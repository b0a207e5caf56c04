package dev.sojourn.map.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.layout.MapLayout;
import dev.sojourn.map.layout.Scene;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.sample.RandomMaps;
import dev.sojourn.map.sample.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPainterTest {

  private static final Instant NOW = Instant.parse("2026-11-13T08:00:00Z");

  private static byte[] pdf(JourneyMap map, PageSize size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfPainter.paint(MapLayout.of(map, NOW), Theme.LIGHT, size, out);
    return out.toByteArray();
  }

  private static String words(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(document);
  }

  @Test
  void wordsCanBeFoundAndFontsAreInside() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(Samples.coffee(), PageSize.FIT))) {
      String words = words(document);
      for (String wanted :
          List.of(
              "Getting my morning coffee",
              "1,145 come back to Crave",
              "1,485 leave",
              "Collects without waiting",
              "$ 9,800 ± 1,800 a month",
              "synthetic data: all numbers are invented",
              "day is everyone else’s.”")) {
        assertTrue(words.contains(wanted), () -> wanted + " is not in " + words);
      }
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().charAt(6) == '+', () -> font.getName() + " is not a part");
      }
      assertEquals("Getting my morning coffee", document.getDocumentInformation().getTitle());
      assertEquals("en", document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void wordsThatRunToTheLeftCanBeFound() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(Samples.monster(), PageSize.FIT))) {
      String words = words(document);
      assertTrue(words.contains("חווית הלקוח"), words);
      assertTrue(words.contains("استكشاف"), words);
    }
  }

  @Test
  void sameMapGivesSameBytes() throws IOException {
    for (PageSize size : PageSize.values()) {
      assertArrayEquals(pdf(Samples.coffee(), size), pdf(Samples.coffee(), size));
      assertArrayEquals(pdf(Samples.monster(), size), pdf(Samples.monster(), size));
    }
  }

  @Test
  void onePageFitsTheDrawingAndA3IsPaper() throws IOException {
    Scene scene = MapLayout.of(Samples.coffee(), NOW);
    try (PDDocument fit = Loader.loadPDF(pdf(Samples.coffee(), PageSize.FIT));
        PDDocument paper = Loader.loadPDF(pdf(Samples.coffee(), PageSize.A3))) {
      assertEquals(1, fit.getNumberOfPages());
      assertEquals(scene.width() * 0.75, fit.getPage(0).getMediaBox().getWidth(), 0.1);
      assertEquals(1, paper.getNumberOfPages());
      assertEquals(1190.55, paper.getPage(0).getMediaBox().getWidth(), 0.1);
      assertEquals(841.89, paper.getPage(0).getMediaBox().getHeight(), 0.1);
    }
  }

  @Test
  void wideMapGoesOverPagesThatSayTheHeadingsAgain() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(Samples.monster(), PageSize.A3))) {
      assertEquals(2, document.getNumberOfPages());
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      String words = second.getText(document);
      assertTrue(words.contains("Touchpoints") && words.contains("page 2 of 2"), words);
      assertTrue(words.contains("Awareness 16") && !words.contains("Awareness 8\n"), words);
    }
  }

  @Test
  void longMapIsCutBetweenItsLines() throws IOException {
    for (int touchpoints : List.of(240, 600)) {
      Scene scene = MapLayout.of(Samples.crowded(touchpoints), NOW);
      List<PdfPages.Page> pages = PdfPages.of(scene, PageSize.A3);
      assertTrue(pages.size() > 1, () -> "" + pages.size());
      double covered = scene.grid().headBottom();
      for (PdfPages.Page page : pages) {
        double top = covered;
        double bottom = page.tiles().stream().mapToDouble(t -> t.area().getMaxY()).max().orElse(0);
        assertTrue(bottom > top, "a page goes on where the last ended");
        assertTrue(
            page.tiles().stream()
                .allMatch(t ->
                    t.scale() >= 0.5
                        && t.y() + t.area().getHeight() * t.scale() <= page.height() - 20
                        && t.x() + t.area().getWidth() * t.scale() <= page.width() - 20),
            () -> page + " does not fit");
        for (Scene.Item item : scene.items()) {
          if (item instanceof Scene.Text text) {
            double size = text.spans().getFirst().size();
            assertTrue(
                bottom >= text.y() || bottom <= text.y() - size * 0.7,
                () -> text + " is cut at " + bottom);
          }
        }
        covered = bottom;
      }
      assertEquals(scene.height(), covered, 0.01);
    }
  }

  @Test
  void anyMapIsPainted() throws IOException {
    for (long seed = 0; seed < 12; seed++) {
      byte[] pdf = pdf(RandomMaps.of(seed), seed % 2 == 0 ? PageSize.A3 : PageSize.FIT);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        for (PDPage page : document.getPages()) {
          assertTrue(page.getMediaBox().getWidth() > 0);
        }
      }
    }
  }
}
