package dev.sojourn.server.evidence.check;

import dev.sojourn.map.model.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// How numbers are said in sentences: no more digits than they deserve.
public final class Words {

  private Words() {}

  /// A count with separators: 4,120.
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /// A share in whole percent; one decimal below 1 % and above 99 %, so that some is not none and
  /// not all is not all.
  public static String percent(double share) {
    double percent = share * 100;
    boolean edge = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
    BigDecimal rounded =
        BigDecimal.valueOf(percent)
            .setScale(edge ? 1 : 0, percent > 99 ? RoundingMode.DOWN : RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString() + " %";
  }

  /// A difference of two shares: 7 points, −0.4 points.
  static String points(double difference) {
    double points = Math.abs(difference) * 100;
    BigDecimal rounded =
        BigDecimal.valueOf(points).setScale(points < 1 ? 1 : 0, RoundingMode.HALF_UP);
    String figure = rounded.stripTrailingZeros().toPlainString();
    String sign = difference < 0 && rounded.signum() != 0 ? "\u2212" : "";
    return sign + figure + (figure.equals("1") ? " point" : " points");
  }

  /// A feeling with its sign: +0.8, -2.1.
  public static String feeling(double feeling) {
    BigDecimal rounded = BigDecimal.valueOf(feeling).setScale(1, RoundingMode.HALF_UP);
    return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString().replace('-', '\u2212');
  }

  /// The number of a claim.
  static String of(Claim.Type type, double value) {
    return switch (type) {
      case OCCURS, ORDER, CHANNEL_SHARE, DROP_OFF, REPEAT_CONTACT -> percent(value);
      case DURATION -> duration(value);
      case SENTIMENT -> feeling(value);
      case VOLUME, METRIC_THRESHOLD, ROLE_PRESENT -> count(Math.round(value));
    };
  }

  /// A stretch of time in its largest sensible unit.
  public static String duration(double seconds) {
    if (seconds < 120) {
      return Math.round(seconds) + " s";
    }
    if (seconds < 120 * 60) {
      return Math.round(seconds / 60) + " min";
    }
    if (seconds < 48 * 3_600) {
      return Math.round(seconds / 3_600) + " h";
    }
    return Math.round(seconds / 86_400) + " days";
  }
}
