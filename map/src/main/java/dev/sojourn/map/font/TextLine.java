package dev.sojourn.map.font;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of text in the runs in which it is painted, from left to right. What it says decides the
/// direction: a text that begins in Arabic or Hebrew runs to the left.
///
/// @param width in ems
public record TextLine(List<GlyphRun> runs, double width) {

  public TextLine {
    runs = List.copyOf(runs);
  }

  /// Cuts a text into runs.
  public static TextLine of(FontStack fonts, String text) {
    if (text.isEmpty()) {
      return new TextLine(List.of(), 0);
    }
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    Bidi bidi = new Bidi(whole, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    Object[] pieces = new Object[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      List<GlyphRun> runs = new ArrayList<>();
      cut(fonts, whole.substring(bidi.getRunStart(i), bidi.getRunLimit(i)), levels[i] % 2, runs);
      pieces[i] = levels[i] % 2 == 1 ? runs.reversed() : runs;
    }
    Bidi.reorderVisually(levels, 0, pieces, 0, count);
    List<GlyphRun> placed = new ArrayList<>();
    double x = 0;
    for (Object piece : pieces) {
      for (Object run : (List<?>) piece) {
        placed.add(((GlyphRun) run).at(x));
        x += ((GlyphRun) run).width();
      }
    }
    return new TextLine(placed, x);
  }

  /// The runs of a text of one direction, in the order of reading.
  private static void cut(FontStack fonts, String text, int direction, List<GlyphRun> runs) {
    int start = 0;
    int at = 0;
    @Nullable FontFile font = null;
    boolean shaped = false;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (at > start && FontStack.isMark(point)) {
        // It belongs to the letter before it.
        shaped |= !FontStack.isInvisible(point);
      } else {
        FontFile next = fonts.of(point);
        boolean nextShaped = next != null && Shaping.isNeeded(point);
        boolean neutral = Character.isWhitespace(point) || isPunctuation(point);
        boolean stays =
            next == font && (nextShaped == shaped || (neutral && shaped) || next == null);
        if (at > start && !stays) {
          runs.add(run(font, text.substring(start, at), direction, shaped));
          start = at;
        }
        if (at == start) {
          font = next;
          shaped = nextShaped;
        }
      }
      at += Character.charCount(point);
    }
    if (start < text.length()) {
      runs.add(run(font, text.substring(start), direction, shaped));
    }
  }

  private static boolean isPunctuation(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.COMMON;
  }

  private static GlyphRun run(@Nullable FontFile font, String text, int direction, boolean shaped) {
    boolean leftwards = direction == 1;
    GlyphRun run = new GlyphRun(font, text, leftwards, shaped && font != null, 0, 0);
    double width = 0;
    if (run.shaped()) {
      width = Shaping.width(run);
    } else {
      for (int letter : run.lettersFromLeft()) {
        width += run.advance(letter);
      }
    }
    return new GlyphRun(font, text, leftwards, run.shaped(), 0, width);
  }
}
