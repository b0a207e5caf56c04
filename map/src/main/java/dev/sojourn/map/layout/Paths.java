package dev.sojourn.map.layout;

import java.util.Locale;

/// Numbers in the notation of SVG paths.
final class Paths {

  private Paths() {}

  /// A coordinate with one decimal at most.
  static String n(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    if (rounded == Math.rint(rounded)) {
      return Long.toString((long) rounded);
    }
    return String.format(Locale.ROOT, "%.1f", rounded);
  }

  /// A point.
  static String p(double x, double y) {
    return n(x) + " " + n(y);
  }
}
