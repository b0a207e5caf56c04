package dev.sojourn.server.collect.internal;

import java.util.Locale;

/// Amounts as people read them.
final class Amounts {

  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
  private static final int STEP = 1000;

  private Amounts() {}

  /// A count with marks between the thousands.
  static String count(long n) {
    return String.format(Locale.ENGLISH, "%,d", n);
  }

  /// A size such as `3.2 GB`.
  static String bytes(long bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= STEP && unit < UNITS.length - 1) {
      left /= STEP;
      unit++;
    }
    return unit == 0
        ? count(bytes) + " bytes"
        : String.format(Locale.ENGLISH, left < 10 ? "%.1f %s" : "%.0f %s", left, UNITS[unit]);
  }
}
