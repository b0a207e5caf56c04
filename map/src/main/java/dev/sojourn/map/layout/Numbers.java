package dev.sojourn.map.layout;

import java.util.Locale;

/// Numbers as they stand on a map: never more digits than the interval allows, a dash for what is
/// undefined.
final class Numbers {

  /// Stands for what is undefined.
  static final String DASH = "–";

  private Numbers() {}

  /// A count with thousands set apart.
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A share as percent, of a count in a count.
  static String share(long n, long d) {
    if (d <= 0) {
      return DASH;
    }
    return percent((double) n / d, n > 0 && n < d);
  }

  /// A share, 0 to 1, as whole percent; what is not quite none or all is not called so.
  static String percent(double share, boolean partial) {
    long whole = Math.round(share * 100);
    if (partial && whole == 0) {
      return "<1 %";
    }
    if (partial && whole == 100) {
      return ">99 %";
    }
    return whole + " %";
  }

  /// A feeling with its sign and one decimal.
  static String feeling(double valence) {
    double rounded = Math.round(valence * 10) / 10.0;
    if (rounded == 0) {
      return "0.0";
    }
    return (rounded > 0 ? "+" : "−") + String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
  }

  /// A length of time in its largest sensible unit.
  static String duration(double seconds) {
    if (seconds < 1) {
      return "at once";
    }
    if (seconds < 90) {
      return Math.round(seconds) + " s";
    }
    if (seconds < 90 * 60) {
      return Math.round(seconds / 60) + " min";
    }
    if (seconds < 36 * 3600) {
      return Math.round(seconds / 3600) + " h";
    }
    long days = Math.round(seconds / 86_400);
    return days < 60 ? days + " days" : Math.round(days / 30.44) + " months";
  }
}
