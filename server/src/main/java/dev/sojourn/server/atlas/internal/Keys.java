package dev.sojourn.server.atlas.internal;

import java.text.Normalizer;
import java.util.Locale;

/// Keys of maps: what a title becomes in a file name.
final class Keys {

  private static final int LONGEST = 60;

  private Keys() {}

  /// Lower-case letters, digits and hyphens; `map` where nothing of the title can be kept.
  static String of(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
    String trimmed = cut.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "map" : trimmed;
  }
}
