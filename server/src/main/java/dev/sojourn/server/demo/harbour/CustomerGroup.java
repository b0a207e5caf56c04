package dev.sojourn.server.demo.harbour;

/// Whom a customer is like. What a group does is planted: students come in the afternoon, pay at
/// the till and care little for stamps and the app.
enum CustomerGroup {
  COMMUTER("commuter", 0.46, 8 * 3_600 + 300, 2_300, 2.1, 0.84, 0.80, 0.865),
  STUDENT("student", 0.22, 15 * 3_600 + 1_200, 4_800, 3.6, 0.24, 0.05, 0.76),
  REMOTE_WORKER("remote-worker", 0.18, 10 * 3_600 + 900, 3_600, 3.0, 0.70, 0.52, 0.83),
  /// Nobody asked them.
  NOT_KNOWN("", 0.14, 12 * 3_600, 8_000, 6.0, 0.38, 0.34, 0.62);

  private final String property;
  private final double share;
  private final int usualSecond;
  private final int spreadSeconds;
  private final double meanGapDays;
  private final double hasApp;
  private final double ordersAhead;
  private final double comesAgain;

  CustomerGroup(
      String property,
      double share,
      int usualSecond,
      int spreadSeconds,
      double meanGapDays,
      double hasApp,
      double ordersAhead,
      double comesAgain) {
    this.property = property;
    this.share = share;
    this.usualSecond = usualSecond;
    this.spreadSeconds = spreadSeconds;
    this.meanGapDays = meanGapDays;
    this.hasApp = hasApp;
    this.ordersAhead = ordersAhead;
    this.comesAgain = comesAgain;
  }

  static CustomerGroup drawn(Dice dice) {
    CustomerGroup[] all = values();
    double[] shares = new double[all.length];
    for (int g = 0; g < all.length; g++) {
      shares[g] = all[g].share;
    }
    return all[dice.weighted(shares)];
  }

  /// The value of the property `customer_group`; empty when it is not known.
  String property() {
    return property;
  }

  /// When such a customer comes in, in seconds of the day.
  int hour(boolean weekday, Dice dice) {
    double usual = weekday || this == STUDENT ? usualSecond : usualSecond + 2 * 3_600;
    double drawn = dice.bell(usual, spreadSeconds);
    return (int) Math.clamp(drawn, 6 * 3_600 + 2_700, 18 * 3_600 + 1_800);
  }

  double meanGapDays() {
    return meanGapDays;
  }

  double hasApp() {
    return hasApp;
  }

  /// Visits that begin in the app, of those of customers who have it.
  double ordersAhead() {
    return ordersAhead;
  }

  /// Visits after which there is another one.
  double comesAgain() {
    return comesAgain;
  }
}
