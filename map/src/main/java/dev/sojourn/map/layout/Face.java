package dev.sojourn.map.layout;

import dev.sojourn.map.font.FontStack;
import dev.sojourn.map.font.TextLine;

/// A cut of one of the two bundled fonts. People speak in the serif, data speaks in the sans.
public enum Face {
  SANS("Inter-Regular.ttf"),
  SANS_BOLD("Inter-SemiBold.ttf"),
  SERIF("Newsreader-Regular.ttf"),
  SERIF_BOLD("Newsreader-SemiBold.ttf"),
  SERIF_ITALIC("Newsreader-Italic.ttf");

  private final FontStack fonts;

  Face(String file) {
    fonts = FontStack.of(file);
  }

  /// The width of a text in pixels at a size in pixels. Digits are tabular; a letter that the font
  /// does not have is as wide as in the font that stands in for it.
  public double width(String text, double size) {
    return fonts.width(text) * size;
  }

  /// A text in the runs in which it is painted.
  public TextLine line(String text) {
    return TextLine.of(fonts, text);
  }

  /// Its fonts, the wanted one first.
  public FontStack fonts() {
    return fonts;
  }
}
