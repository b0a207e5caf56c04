package dev.sojourn.map.font;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Fonts that somebody put into the folder `SOJOURN_FONTS`, for scripts that the bundled ones do
/// not have. They are read once, in the order of their names.
final class FontFolder {

  private static final System.Logger LOG = System.getLogger(FontFolder.class.getName());
  private static final List<FontFile> FONTS = read(System.getenv("SOJOURN_FONTS"));

  private FontFolder() {}

  static List<FontFile> fonts() {
    return FONTS;
  }

  /// The fonts of a folder; what cannot be read is named and left out.
  static List<FontFile> read(@org.jspecify.annotations.Nullable String folder) {
    if (folder == null || folder.isBlank()) {
      return List.of();
    }
    List<FontFile> fonts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(FontFolder::isFont).sorted().toList()) {
        try {
          fonts.add(FontFile.of(file.getFileName().toString(), Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException e) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The font {0} cannot be read and is left out: {1}",
              file,
              e.getMessage());
        }
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The folder of fonts {0} cannot be read; set SOJOURN_FONTS to a folder.",
          folder);
    }
    return List.copyOf(fonts);
  }

  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
  }
}
