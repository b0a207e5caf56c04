package dev.sojourn.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which build this is. Pages compare it with the one that they came from.
@Component
public class Build {

  private static final String VERSION = "0.1.0";

  private final String id;

  Build() {
    // The page names its scripts by their content, so it differs whenever anything of it does.
    byte @Nullable [] page = page();
    id = VERSION + (page == null ? "" : "-" + HexFormat.of().formatHex(digest(page), 0, 6));
  }

  /// The version of the product.
  public String version() {
    return VERSION;
  }

  /// Names this build.
  public String id() {
    return id;
  }

  private static byte @Nullable [] page() {
    try (InputStream in = Build.class.getResourceAsStream("/static/index.html")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
