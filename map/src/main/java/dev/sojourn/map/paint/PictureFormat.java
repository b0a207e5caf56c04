package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file that a map can be exported to as a picture. The same scene gives the same
/// bytes.
public enum PictureFormat {
  SVG("image/svg+xml") {
    @Override
    public void paint(Scene scene, Theme theme, PageSize page, OutputStream out)
        throws IOException {
      out.write(SvgPainter.paintWithFonts(scene, theme).getBytes(StandardCharsets.UTF_8));
    }
  },
  PNG("image/png") {
    @Override
    public void paint(Scene scene, Theme theme, PageSize page, OutputStream out)
        throws IOException {
      PngPainter.paint(scene, theme, out);
    }
  },
  PDF("application/pdf") {
    @Override
    public void paint(Scene scene, Theme theme, PageSize page, OutputStream out)
        throws IOException {
      PdfPainter.paint(scene, theme, page, out);
    }
  };

  private final String mediaType;

  PictureFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// Writes a scene; does not close the stream.
  ///
  /// @param page the paper of a PDF; other formats have one size
  public abstract void paint(Scene scene, Theme theme, PageSize page, OutputStream out)
      throws IOException;

  /// Its type in HTTP.
  public String mediaType() {
    return mediaType;
  }

  /// How the names of its files end, without the dot.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format of an extension; empty when there is none.
  public static Optional<PictureFormat> of(String extension) {
    String wanted = extension.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.extension().equals(wanted)).findFirst();
  }

  /// The extensions.
  public static List<String> extensions() {
    return Arrays.stream(values()).map(PictureFormat::extension).toList();
  }
}
