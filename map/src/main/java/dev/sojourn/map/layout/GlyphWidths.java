package dev.sojourn.map.layout;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The advance widths of a TrueType font, from its `cmap`, `hmtx`, `hhea` and `head` tables
/// (ISO/IEC 14496-22). Immutable.
final class GlyphWidths {

  private static final double FOREIGN = 0.72;
  private static final double WIDE = 1.25;

  private final Map<Integer, Double> ems;
  private final double digit;

  private GlyphWidths(Map<Integer, Double> ems) {
    this.ems = ems;
    double widest = 0;
    for (char c = '0'; c <= '9'; c++) {
      widest = Math.max(widest, ems.getOrDefault((int) c, 0.0));
    }
    digit = widest;
  }

  /// The width of a character in ems.
  double of(int point) {
    if (point >= '0' && point <= '9') {
      return digit;
    }
    Double width = ems.get(point);
    if (width != null) {
      return width;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? WIDE : FOREIGN;
    };
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

  static GlyphWidths read(ByteBuffer font) {
    Map<String, Integer> tables = new HashMap<>();
    int count = u16(font, 4);
    for (int i = 0; i < count; i++) {
      int at = 12 + 16 * i;
      byte[] tag = new byte[4];
      font.get(at, tag);
      tables.put(new String(tag, java.nio.charset.StandardCharsets.US_ASCII), font.getInt(at + 8));
    }
    double unitsPerEm = u16(font, table(tables, "head") + 18);
    int metrics = u16(font, table(tables, "hhea") + 34);
    int hmtx = table(tables, "hmtx");
    Map<Integer, Double> ems = new HashMap<>();
    characters(font, table(tables, "cmap"))
        .forEach((point, glyph) ->
            ems.put(point, u16(font, hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm));
    return new GlyphWidths(ems);
  }

  private static int table(Map<String, Integer> tables, String tag) {
    Integer at = tables.get(tag);
    if (at == null) {
      throw new IllegalStateException("the font has no table " + tag);
    }
    return at;
  }

  private static Map<Integer, Integer> characters(ByteBuffer font, int cmap) {
    Map<Integer, Integer> glyphs = new HashMap<>();
    int subtables = u16(font, cmap + 2);
    for (int i = 0; i < subtables; i++) {
      int at = cmap + font.getInt(cmap + 4 + 8 * i + 4);
      int format = u16(font, at);
      if (format == 12) {
        segmented32(font, at, glyphs);
      } else if (format == 4) {
        segmented16(font, at, glyphs);
      }
    }
    return glyphs;
  }

  private static void segmented32(ByteBuffer font, int at, Map<Integer, Integer> glyphs) {
    int groups = font.getInt(at + 12);
    for (int g = 0; g < groups; g++) {
      int group = at + 16 + 12 * g;
      int start = font.getInt(group);
      int end = font.getInt(group + 4);
      int glyph = font.getInt(group + 8);
      for (int c = start; c <= end; c++) {
        glyphs.put(c, glyph + c - start);
      }
    }
  }

  private static void segmented16(ByteBuffer font, int at, Map<Integer, Integer> glyphs) {
    int twice = u16(font, at + 6);
    for (int s = 0; s < twice; s += 2) {
      int end = u16(font, at + 14 + s);
      int start = u16(font, at + 16 + twice + s);
      int delta = u16(font, at + 16 + 2 * twice + s);
      int rangeAt = at + 16 + 3 * twice + s;
      int range = u16(font, rangeAt);
      for (int c = start; c <= end && c < 0xFFFF; c++) {
        int glyph =
            range == 0
                ? (c + delta) & 0xFFFF
                : indirect(u16(font, rangeAt + range + 2 * (c - start)), delta);
        if (glyph != 0) {
          glyphs.putIfAbsent(c, glyph);
        }
      }
    }
  }

  private static int indirect(int glyph, int delta) {
    return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
  }

  private static int u16(ByteBuffer font, int at) {
    return font.getShort(at) & 0xFFFF;
  }
}
