package dev.sojourn.map.font;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fonts in the order in which they are asked for a letter: the wanted one first, those that stand
/// in for it after. Fonts are read when they are first needed. Thread-safe.
public final class FontStack {

  /// How wide a letter is that no font has, in ems: rather too wide than too narrow.
  private static final double FOREIGN = 0.72;

  private static final double WIDE = 1.25;

  /// From here on letters may join, stack or run to the left.
  private static final int FIRST_MARK = 0x0300;

  private static final Supplier<FontFile> DEJAVU = bundled("DejaVuSans.ttf");
  private static final Supplier<FontFile> SANS = bundled("Inter-Regular.ttf");

  private final Supplier<FontFile> first;
  private final List<Supplier<FontFile>> then;
  private volatile double @Nullable [] plain;

  private FontStack(Supplier<FontFile> first) {
    this.first = first;
    this.then =
        Stream.concat(
                Stream.of(SANS, DEJAVU).filter(f -> !f.equals(first)),
                FontFolder.fonts().stream().map(f -> () -> f))
            .toList();
  }

  /// The stack that begins with one of the bundled fonts.
  public static FontStack of(String file) {
    return new FontStack(file.equals("Inter-Regular.ttf") ? SANS : bundled(file));
  }

  /// The font that is wanted.
  public FontFile first() {
    return first.get();
  }

  /// The first font that has a letter; null when none has.
  @Nullable FontFile of(int point) {
    if (first.get().covers(point)) {
      return first.get();
    }
    for (Supplier<FontFile> font : then) {
      if (font.get().covers(point)) {
        return font.get();
      }
    }
    return null;
  }

  /// How wide a letter is, in ems, when it stands alone.
  double advance(int point) {
    if (isInvisible(point)) {
      return 0;
    }
    FontFile font = of(point);
    return font == null ? missing(point) : font.advance(point);
  }

  /// How wide a text is, in ems.
  public double width(String text) {
    double[] letters = plain();
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= letters.length) {
        return TextLine.of(this, text).width();
      }
      width += letters[c];
    }
    return width;
  }

  /// The widths of the letters that stand alone and run to the right.
  private double[] plain() {
    double[] letters = plain;
    if (letters == null) {
      letters = new double[FIRST_MARK];
      for (int c = 0; c < letters.length; c++) {
        letters[c] = advance(c);
      }
      plain = letters;
    }
    return letters;
  }

  /// How wide the box is that stands for a letter which no font has.
  static double missing(int point) {
    return isMark(point) ? 0 : isWide(point) ? WIDE : FOREIGN;
  }

  /// Whether a letter sits on the one before it.
  static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> isInvisible(point);
    };
  }

  /// Whether a character only steers others: joiners, marks of direction, selectors of variants.
  static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.CONTROL
        || (point >= 0xFE00 && point <= 0xFE0F);
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || Character.isEmojiPresentation(point)
        || Character.isEmoji(point)
        || (point >= 0x3000 && point <= 0x30FF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xFF00 && point <= 0xFF60)
        || point > 0xFFFF;
  }

  private static Supplier<FontFile> bundled(String file) {
    return new Supplier<>() {
      private volatile @Nullable FontFile read;

      @Override
      public FontFile get() {
        FontFile font = read;
        if (font == null) {
          synchronized (this) {
            font = read;
            if (font == null) {
              font = FontFile.bundled(file);
              read = font;
            }
          }
        }
        return font;
      }
    };
  }
}
