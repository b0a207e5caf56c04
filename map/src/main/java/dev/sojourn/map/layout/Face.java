package dev.sojourn.map.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// A cut of one of the two bundled fonts, with the widths of its letters. People speak in the
/// serif, data speaks in the sans.
public enum Face {
  SANS("Inter-Regular.ttf"),
  SANS_BOLD("Inter-SemiBold.ttf"),
  SERIF("Newsreader-Regular.ttf"),
  SERIF_BOLD("Newsreader-SemiBold.ttf"),
  SERIF_ITALIC("Newsreader-Italic.ttf");

  private final GlyphWidths widths;

  Face(String file) {
    try (InputStream in = Face.class.getResourceAsStream("/dev/sojourn/map/font/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is not on the class path");
      }
      widths = GlyphWidths.read(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The width of a text in pixels at a size in pixels. Digits have the width of the widest, as
  /// tabular figures do; letters that the font does not have are taken as a fallback font would
  /// draw them, rather too wide than too narrow.
  public double width(String text, double size) {
    double ems = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      ems += widths.of(point);
      i += Character.charCount(point);
    }
    return ems * size;
  }
}
