package dev.sojourn.map.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tables of a TrueType or OpenType font that say which letters it has and how wide they are:
/// `cmap`, `hmtx`, `hhea` and `head` (ISO/IEC 14496-22). Immutable.
final class TrueType {

  private static final int COLLECTION = 0x74746366;

  private final ByteBuffer font;
  private final Map<String, Integer> tables;

  /// Where the entry of each table stands in the directory.
  private final Map<String, Integer> entries;

  /// Glyphs by letter.
  private final SortedMap<Integer, Integer> glyphs = new TreeMap<>();

  private final double unitsPerEm;
  private final int metrics;

  /// Reads the tables; of a collection those of its first font.
  ///
  /// @throws IllegalArgumentException when it is not a font
  TrueType(byte[] bytes) {
    font = ByteBuffer.wrap(bytes);
    tables = new HashMap<>();
    entries = new HashMap<>();
    try {
      int start = isCollection() ? font.getInt(12) : 0;
      int count = u16(start + 4);
      for (int i = 0; i < count; i++) {
        int at = start + 12 + 16 * i;
        byte[] tag = new byte[4];
        font.get(at, tag);
        String name = new String(tag, StandardCharsets.US_ASCII);
        tables.put(name, font.getInt(at + 8));
        entries.put(name, at);
      }
      unitsPerEm = u16(table("head") + 18);
      metrics = u16(table("hhea") + 34);
      characters(table("cmap"));
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("it ends too early", e);
    }
  }

  /// Glyphs by letter.
  SortedMap<Integer, Integer> glyphs() {
    return glyphs;
  }

  /// How wide a glyph is, in ems.
  double advance(int glyph) {
    return u16(table("hmtx") + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
  }

  /// Whether the file holds several fonts.
  boolean isCollection() {
    return font.getInt(0) == COLLECTION;
  }

  boolean has(String tag) {
    return tables.containsKey(tag);
  }

  int table(String tag) {
    Integer at = tables.get(tag);
    if (at == null) {
      throw new IllegalArgumentException("it has no table " + tag);
    }
    return at;
  }

  /// Where the directory names a table.
  int entry(String tag) {
    table(tag);
    return entries.getOrDefault(tag, 0);
  }

  int u16(int at) {
    return font.getShort(at) & 0xFFFF;
  }

  int i32(int at) {
    return font.getInt(at);
  }

  private void characters(int cmap) {
    int subtables = u16(cmap + 2);
    for (int i = 0; i < subtables; i++) {
      int at = cmap + font.getInt(cmap + 4 + 8 * i + 4);
      int format = u16(at);
      if (format == 12) {
        segmented32(at);
      } else if (format == 4) {
        segmented16(at);
      }
    }
  }

  private void segmented32(int at) {
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

  private void segmented16(int at) {
    int twice = u16(at + 6);
    for (int s = 0; s < twice; s += 2) {
      int end = u16(at + 14 + s);
      int start = u16(at + 16 + twice + s);
      int delta = u16(at + 16 + 2 * twice + s);
      int rangeAt = at + 16 + 3 * twice + s;
      int range = u16(rangeAt);
      for (int c = start; c <= end && c < 0xFFFF; c++) {
        int glyph =
            range == 0
                ? (c + delta) & 0xFFFF
                : indirect(u16(rangeAt + range + 2 * (c - start)), delta);
        if (glyph != 0) {
          glyphs.putIfAbsent(c, glyph);
        }
      }
    }
  }

  private static int indirect(int glyph, int delta) {
    return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
  }
}
