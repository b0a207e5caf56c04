package dev.sojourn.map.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.map.layout.Face;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLineTest {

  private static final FontStack SANS = Face.SANS.fonts();

  private static String leftToRight(TextLine line) {
    StringBuilder seen = new StringBuilder();
    line.runs()
        .forEach(run -> {
          int[] letters = run.lettersFromLeft();
          seen.append(new String(letters, 0, letters.length));
        });
    return seen.toString();
  }

  @Test
  void digitsThatDataSpeaksInAreTabular() {
    for (Face face : List.of(Face.SANS, Face.SANS_BOLD, Face.SERIF)) {
      double one = face.width("1", 1);
      for (char c = '0'; c <= '9'; c++) {
        assertEquals(one, face.width("" + c, 1), () -> face.toString());
      }
      assertTrue(face.fonts().first().covers('1'));
    }
  }

  @Test
  void plainLinesAreAsWideAsTheirLetters() {
    assertEquals(SANS.width("Wait & collect"), TextLine.of(SANS, "Wait & collect").width(), 1e-9);
    assertEquals(1, TextLine.of(SANS, "Wait & collect").runs().size());
    assertEquals(0, TextLine.of(SANS, "").width());
  }

  @Test
  void hebrewRunsToTheLeftAndNumbersInItToTheRight() {
    TextLine line = TextLine.of(SANS, "אבג (12) דה");
    assertEquals("הד (12) גבא", leftToRight(line));
    assertEquals("go בא now", leftToRight(TextLine.of(SANS, "go אב now")));
    double end = 0;
    for (GlyphRun run : line.runs()) {
      assertEquals(end, run.x(), 1e-9);
      end += run.width();
    }
    assertEquals(line.width(), end, 1e-9);
  }

  @Test
  void arabicLettersJoin() {
    TextLine line = TextLine.of(SANS, "استكشاف");
    GlyphRun run = line.runs().getFirst();
    assertTrue(run.shaped() && run.rightToLeft());
    double apart = "استكشاف".codePoints().mapToDouble(SANS::advance).sum();
    assertTrue(line.width() < apart * 0.9, () -> line.width() + " of " + apart);
    assertTrue(new Outlines().of(run).getBounds2D().getWidth() <= line.width() * 1.1);
  }

  @Test
  void lettersThatNoFontHasAreBoxesAsWideAsTheyAreMeasured() {
    TextLine line = TextLine.of(SANS, "比較");
    GlyphRun run = line.runs().getFirst();
    assertNull(run.font());
    assertEquals(2.5, line.width(), 1e-9);
    assertTrue(new Outlines().of(run).getBounds2D().getWidth() > 2);
    assertFalse(new Outlines().of(run).contains(0.6, -0.35), "a box is a frame");
  }

  @Test
  void whatTheSerifLacksComesFromTheSans() {
    TextLine line = TextLine.of(Face.SERIF.fonts(), "Путь клиента");
    assertEquals("Inter-Regular.ttf", Objects.requireNonNull(line.runs().getFirst().font()).name());
  }

  @Test
  void anAccentApartIsTheLetterWithIt() {
    assertEquals(SANS.width("é"), SANS.width("e\u0301"), 1e-9);
    assertEquals(SANS.width("ab"), SANS.width("a\u200Bb"), 1e-9);
  }

  @Test
  void aFolderAddsFontsAndABrokenOneIsLeftOut(@TempDir Path folder) throws IOException {
    try (InputStream in = FontFile.class.getResourceAsStream("DejaVuSans.ttf")) {
      Files.write(folder.resolve("b.ttf"), Objects.requireNonNull(in).readAllBytes());
    }
    Files.writeString(folder.resolve("a.ttf"), "no font at all");
    Files.writeString(folder.resolve("readme.txt"), "not asked");
    assertEquals(
        List.of("b.ttf"), FontFolder.read(folder.toString()).stream().map(FontFile::name).toList());
    assertEquals(List.of(), FontFolder.read(folder.resolve("absent").toString()));
    assertEquals(List.of(), FontFolder.read(null));
  }
}
