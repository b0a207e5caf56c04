package dev.sojourn.map.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/// One font: which letters it has and how wide they are. Immutable and thread-safe.
public final class FontFile {

  private final String name;
  private final byte[] bytes;
  private final TrueType type;

  private FontFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    type = new TrueType(bytes);
  }

  /// A font in bytes, with tabular digits where it has them.
  ///
  /// @param name what it is called in messages
  /// @throws IllegalArgumentException when it cannot be read
  static FontFile of(String name, byte[] bytes) {
    return new FontFile(name, new TrueType(bytes).isCollection() ? bytes : TabularDigits.of(bytes));
  }

  /// A font of this package.
  static FontFile bundled(String file) {
    try (InputStream in = FontFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is not on the class path");
      }
      return of(file, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it is called in messages.
  public String name() {
    return name;
  }

  /// Whether it has a letter.
  public boolean covers(int point) {
    return type.glyphs().containsKey(point);
  }

  /// The glyph of a letter, 0 when it has none.
  public int glyph(int point) {
    return type.glyphs().getOrDefault(point, 0);
  }

  /// How wide a letter is, in ems.
  double advance(int point) {
    return type.advance(glyph(point));
  }

  /// Its letters with their glyphs.
  SortedMap<Integer, Integer> glyphs() {
    return type.glyphs();
  }

  /// Whether parts of it can be put into a document: it has TrueType outlines and is one font.
  public boolean isEmbeddable() {
    return type.has("glyf") && !type.isCollection();
  }

  /// The file.
  public InputStream open() {
    return new java.io.ByteArrayInputStream(bytes);
  }

  @Override
  public String toString() {
    return name;
  }
}
