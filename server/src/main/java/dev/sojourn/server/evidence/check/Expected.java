package dev.sojourn.server.evidence.check;

import dev.sojourn.map.model.Claim;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bounds that a claim sets for its number, inclusive, the tolerance already added.
///
/// @param atLeast negative infinity for no lower bound
/// @param atMost positive infinity for no upper bound
/// @param words what is expected, as it is said in a sentence: "most", "at least 40 %"
record Expected(double atLeast, double atMost, String words) {

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Pattern PERCENT =
      Pattern.compile(
          "(at least|more than|over|at most|less than|under|fewer than) (\\d+(?:\\.\\d+)?) ?(?:%|percent)");
  private static final Pattern NEARLY_ALL =
      Pattern.compile("\\b(nearly|almost) (all|everybody|everyone|every)\\b");
  private static final Pattern MOST = Pattern.compile("\\b(most|majority|usually|mostly)\\b");
  private static final Pattern FEW = Pattern.compile("\\b(few|rarely|hardly|seldom)\\b");
  private static final Pattern HALF = Pattern.compile("\\b(about|roughly|around) half\\b");

  /// What a claim expects: its bounds, else the words of its statement, else what its type alone
  /// says. Empty when nothing says what the number should be.
  static Optional<Expected> of(Claim claim) {
    Claim.Expectation given = claim.expectation();
    if (given != null) {
      return Optional.of(of(given, claim));
    }
    Optional<Expected> said =
        isShare(claim.claimType()) ? inWords(claim.statement()) : Optional.empty();
    return said.or(() -> byType(claim.claimType()))
        .map(e ->
            new Expected(e.atLeast - claim.tolerance(), e.atMost + claim.tolerance(), e.words));
  }

  private static Expected of(Claim.Expectation given, Claim claim) {
    double tolerance = claim.tolerance();
    Double least = given.atLeast();
    Double most = given.atMost();
    String words;
    if (least != null && least.equals(most)) {
      words = said(least, claim) + (tolerance > 0 ? " or close to it" : "");
    } else if (least != null && most != null) {
      words = "between " + said(least, claim) + " and " + said(most, claim);
    } else if (least != null) {
      words = "at least " + said(least, claim);
    } else {
      words = "at most " + said(most == null ? 0 : most, claim);
    }
    return new Expected(
        least == null ? -NONE : least - tolerance, most == null ? NONE : most + tolerance, words);
  }

  private static Optional<Expected> inWords(String statement) {
    String text = statement.toLowerCase(Locale.ROOT);
    Matcher percent = PERCENT.matcher(text);
    if (percent.find()) {
      double share = Double.parseDouble(percent.group(2)) / 100;
      String words = percent.group(1) + " " + percent.group(2) + " %";
      boolean up = percent.group(1).matches("at least|more than|over");
      return Optional.of(up ? new Expected(share, NONE, words) : new Expected(-NONE, share, words));
    }
    if (NEARLY_ALL.matcher(text).find()) {
      return Optional.of(new Expected(0.9, NONE, "nearly all"));
    }
    if (HALF.matcher(text).find()) {
      return Optional.of(new Expected(0.4, 0.6, "about half"));
    }
    if (MOST.matcher(text).find()) {
      return Optional.of(new Expected(0.5, NONE, "most"));
    }
    if (FEW.matcher(text).find()) {
      return Optional.of(new Expected(-NONE, 0.2, "few"));
    }
    return Optional.empty();
  }

  private static Optional<Expected> byType(Claim.Type type) {
    return switch (type) {
      case OCCURS -> Optional.of(new Expected(0.01, NONE, "at least 1 %"));
      case ORDER -> Optional.of(new Expected(0.5, NONE, "most"));
      case CHANNEL_SHARE,
          DURATION,
          DROP_OFF,
          VOLUME,
          REPEAT_CONTACT,
          SENTIMENT,
          METRIC_THRESHOLD,
          ROLE_PRESENT ->
          Optional.empty();
    };
  }

  /// Whether the number of a claim of this type is a share.
  static boolean isShare(Claim.Type type) {
    return switch (type) {
      case OCCURS, ORDER, CHANNEL_SHARE, DROP_OFF, REPEAT_CONTACT -> true;
      case DURATION, VOLUME, SENTIMENT, METRIC_THRESHOLD, ROLE_PRESENT -> false;
    };
  }

  /// A number of a claim as it is said.
  static String said(double number, Claim claim) {
    return claim.isExcess() ? Words.points(number) : Words.of(claim.claimType(), number);
  }
}
