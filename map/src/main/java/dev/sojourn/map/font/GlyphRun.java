package dev.sojourn.map.font;

import org.jspecify.annotations.Nullable;

/// A piece of a line in one font and one direction.
///
/// @param font null when no font has the letters: then a box stands for each
/// @param text in the order in which it is read
/// @param rightToLeft whether its first letter is its rightmost
/// @param shaped whether letters change with their neighbors, so that they cannot be set one by one
/// @param x where it begins on the line, in ems
/// @param width in ems
public record GlyphRun(
    @Nullable FontFile font,
    String text,
    boolean rightToLeft,
    boolean shaped,
    double x,
    double width) {

  private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

  /// The letters from left to right, without those that are not seen; brackets turned where the
  /// text runs to the left. Only where [#shaped] is false.
  public int[] lettersFromLeft() {
    int[] letters = text.codePoints().filter(c -> !FontStack.isInvisible(c)).toArray();
    if (!rightToLeft) {
      return letters;
    }
    int[] turned = new int[letters.length];
    for (int i = 0; i < letters.length; i++) {
      turned[letters.length - 1 - i] = mirrored(letters[i]);
    }
    return turned;
  }

  /// How wide a letter of this run is, in ems.
  public double advance(int letter) {
    return font == null ? FontStack.missing(letter) : font.advance(letter);
  }

  private static int mirrored(int letter) {
    int at = MIRRORED.indexOf(letter);
    return at < 0 ? letter : MIRRORED.charAt(at ^ 1);
  }

  GlyphRun at(double place) {
    return new GlyphRun(font, text, rightToLeft, shaped, place, width);
  }
}
