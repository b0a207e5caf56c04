package dev.sojourn.store.files;

import java.math.BigDecimal;
import java.util.Collection;

/// Reads the numbers that order events without time. Where the first rows hold decimals, all
/// numbers are kept in millionths, so that their order stays exact.
final class OrderNumbers {

  private static final int DECIMALS = 6;
  private static final int MAX_TEXT = 40;

  private final int decimals;
  private long seq;

  private OrderNumbers(int decimals) {
    this.decimals = decimals;
  }

  /// For a column whose first values are these.
  static OrderNumbers of(Collection<String> sample) {
    OrderNumbers whole = new OrderNumbers(0);
    for (String text : sample) {
      if (!whole.accepts(text) && new OrderNumbers(DECIMALS).accepts(text)) {
        return new OrderNumbers(DECIMALS);
      }
    }
    return whole;
  }

  /// Whether the text is a number that fits; if so [#seq()] has it.
  boolean accepts(String text) {
    if (text.length() > MAX_TEXT) {
      return false;
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      if (number.scale() < -MAX_TEXT) {
        return false;
      }
      seq = number.movePointRight(decimals).longValueExact();
      return true;
    } catch (ArithmeticException | NumberFormatException notOne) {
      return false;
    }
  }

  /// The number that was accepted last.
  long seq() {
    return seq;
  }

  /// Completes a sentence that begins with the refused value.
  String reason() {
    return decimals == 0
        ? "is not a whole number, which --order needs; mend the row"
        : "is not a number with at most 6 decimals, which --order needs; mend the row";
  }
}
