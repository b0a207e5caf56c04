package dev.sojourn.map.font;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the tabular digits of a font its digits, so that numbers stand under each other in every
/// painter, whatever features it knows. The font's `tnum` feature says which glyphs they are.
final class TabularDigits {

  private TabularDigits() {}

  /// The font with another `cmap`; the same bytes when it has no tabular digits of its own.
  static byte[] of(byte[] font) {
    TrueType type = new TrueType(font);
    Map<Integer, Integer> tabular = substitutes(type);
    SortedMap<Integer, Integer> glyphs = new TreeMap<>(type.glyphs());
    boolean changed = false;
    for (int c = '0'; c <= '9'; c++) {
      Integer glyph = glyphs.get(c);
      Integer other = glyph == null ? null : tabular.get(glyph);
      if (other != null) {
        glyphs.put(c, other);
        changed = true;
      }
    }
    return changed ? withCharacters(font, type, glyphs) : font;
  }

  /// What the feature puts in the place of which glyph.
  private static Map<Integer, Integer> substitutes(TrueType type) {
    Map<Integer, Integer> found = new HashMap<>();
    if (!type.has("GSUB")) {
      return found;
    }
    int gsub = type.table("GSUB");
    int features = gsub + type.u16(gsub + 6);
    int lookups = gsub + type.u16(gsub + 8);
    for (int i = 0; i < type.u16(features); i++) {
      int entry = features + 2 + 6 * i;
      if (type.i32(entry) == 0x746E756D) {
        int feature = features + type.u16(entry + 4);
        for (int l = 0; l < type.u16(feature + 2); l++) {
          int index = type.u16(feature + 4 + 2 * l);
          lookup(type, lookups + type.u16(lookups + 2 + 2 * index), found);
        }
      }
    }
    return found;
  }

  private static void lookup(TrueType type, int lookup, Map<Integer, Integer> found) {
    for (int s = 0; s < type.u16(lookup + 4); s++) {
      int table = lookup + type.u16(lookup + 6 + 2 * s);
      int kind = type.u16(lookup);
      if (kind == 7) {
        kind = type.u16(table + 2);
        table += type.i32(table + 4);
      }
      if (kind == 1) {
        List<Integer> covered = coverage(type, table + type.u16(table + 2));
        for (int g = 0; g < covered.size(); g++) {
          int other =
              type.u16(table) == 1
                  ? (covered.get(g) + type.u16(table + 4)) & 0xFFFF
                  : type.u16(table + 6 + 2 * g);
          found.putIfAbsent(covered.get(g), other);
        }
      }
    }
  }

  private static List<Integer> coverage(TrueType type, int at) {
    List<Integer> glyphs = new ArrayList<>();
    int count = type.u16(at + 2);
    for (int i = 0; i < count; i++) {
      if (type.u16(at) == 1) {
        glyphs.add(type.u16(at + 4 + 2 * i));
      } else {
        int range = at + 4 + 6 * i;
        for (int g = type.u16(range); g <= type.u16(range + 2); g++) {
          glyphs.add(g);
        }
      }
    }
    return glyphs;
  }

  /// The font with a `cmap` of format 12 at its end.
  private static byte[] withCharacters(
      byte[] font, TrueType type, SortedMap<Integer, Integer> glyphs) {
    List<int[]> groups = new ArrayList<>();
    glyphs.forEach((c, glyph) -> {
      int[] last = groups.isEmpty() ? new int[3] : groups.getLast();
      if (!groups.isEmpty() && last[1] + 1 == c && last[2] + c - last[0] == glyph) {
        last[1] = c;
      } else {
        groups.add(new int[] {c, c, glyph});
      }
    });
    int header = 4 + 2 * 8;
    int length = header + 16 + 12 * groups.size();
    int start = (font.length + 3) / 4 * 4;
    ByteBuffer out = ByteBuffer.allocate(start + length);
    out.put(font).position(start);
    out.putShort((short) 0).putShort((short) 2);
    out.putShort((short) 0).putShort((short) 4).putInt(header);
    out.putShort((short) 3).putShort((short) 10).putInt(header);
    out.putShort((short) 12).putShort((short) 0).putInt(length - header).putInt(0);
    out.putInt(groups.size());
    groups.forEach(g -> out.putInt(g[0]).putInt(g[1]).putInt(g[2]));
    int sum = 0;
    for (int i = start; i < start + length; i += 4) {
      sum += out.getInt(i);
    }
    int entry = type.entry("cmap");
    out.putInt(entry + 4, sum).putInt(entry + 8, start).putInt(entry + 12, length);
    return out.array();
  }
}
