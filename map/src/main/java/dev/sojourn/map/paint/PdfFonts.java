package dev.sojourn.map.paint;

import dev.sojourn.map.font.FontFile;
import dev.sojourn.map.layout.Face;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of one document; of each only the letters that are used are put into it.
final class PdfFonts {

  private final PDDocument document;
  private final Map<FontFile, Optional<PDFont>> fonts = new HashMap<>();

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  /// A font of the document; empty when it may not or cannot be put into one.
  Optional<PDFont> of(FontFile file) {
    return fonts.computeIfAbsent(file, this::load);
  }

  /// A font that has a space.
  PDFont any() {
    return of(Face.SANS.fonts().first()).orElseThrow();
  }

  private Optional<PDFont> load(FontFile file) {
    if (!file.isEmbeddable()) {
      return Optional.empty();
    }
    try (InputStream in = file.open()) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      // A ligature would be found by nobody who searches for its letters.
      font.setEnableGsub(false);
      return Optional.of(PDType0Font.load(document, font, true));
    } catch (IOException e) {
      // Its maker does not allow it, or it is unusual: its letters are drawn instead.
      return Optional.empty();
    }
  }
}
