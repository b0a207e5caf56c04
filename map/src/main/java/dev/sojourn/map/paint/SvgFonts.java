package dev.sojourn.map.paint;

import dev.sojourn.map.font.FontFile;
import dev.sojourn.map.font.GlyphRun;
import dev.sojourn.map.layout.Face;
import dev.sojourn.map.layout.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters of a scene as fonts inside an SVG document, so that it looks the same where neither
/// font is installed. Scripts whose letters join are left to the viewer.
final class SvgFonts {

  /// What a viewer needs; not kerning and features, which are not measured either.
  private static final List<String> TABLES =
      List.of(
          "head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap", "name", "OS/2", "post", "cvt ",
          "prep", "fpgm", "gasp");

  private SvgFonts() {}

  /// A style sheet with a font a face.
  static String style(Scene scene) {
    Map<Face, SortedSet<Integer>> letters = new EnumMap<>(Face.class);
    for (Scene.Item item : scene.items()) {
      if (item instanceof Scene.Text text) {
        for (Scene.Span span : text.spans()) {
          FontFile wanted = span.face().fonts().first();
          for (GlyphRun run : span.face().line(span.text()).runs()) {
            if (wanted.equals(run.font())) {
              run.text()
                  .codePoints()
                  .forEach(c -> letters.computeIfAbsent(span.face(), f -> new TreeSet<>()).add(c));
            }
          }
        }
      }
    }
    StringBuilder style = new StringBuilder("<style>");
    letters.forEach((face, used) -> {
      boolean serif = face.name().startsWith("SERIF");
      style
          .append("@font-face{font-family:")
          .append(serif ? "Newsreader" : "Inter")
          .append(";font-weight:")
          .append(face == Face.SANS_BOLD || face == Face.SERIF_BOLD ? 600 : 400)
          .append(";font-style:")
          .append(face == Face.SERIF_ITALIC ? "italic" : "normal")
          .append(";src:url(data:font/ttf;base64,")
          .append(Base64.getEncoder().encodeToString(part(face.fonts().first(), used)))
          .append(")}\n");
    });
    return style.append("</style>\n").toString();
  }

  private static byte[] part(FontFile file, SortedSet<Integer> letters) {
    try (InputStream in = file.open();
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      subsetter.addAll(letters);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + file + " is damaged", e);
    }
  }
}
