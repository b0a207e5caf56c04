package dev.sojourn.map.layout;

/// How a ribbon is drawn.
///
/// @param gap between lines
/// @param tightGap when there is little room
/// @param width of a line
/// @param dots size of the dots of the designed way, against those of a map
/// @param mostLines beside each other
/// @param mostReturnLines of one way back
/// @param mostReturns that are drawn
/// @param mostUndrawn that are drawn
/// @param drop how far below the ribbon those who leave are let go
/// @param tightDrop when there is little room
/// @param words whether it has labels
record RibbonPen(
    double gap,
    double tightGap,
    double width,
    double dots,
    int mostLines,
    int mostReturnLines,
    int mostReturns,
    int mostUndrawn,
    double drop,
    double tightDrop,
    boolean words) {

  /// For a map on paper and on the screen.
  static final RibbonPen FINE = new RibbonPen(1.6, 1.2, 0.9, 1, 50, 30, 4, 3, 62, 40, true);

  /// For a picture that is shrunk to a quarter.
  static final RibbonPen BROAD = new RibbonPen(5.6, 4.4, 3.4, 2.6, 22, 9, 1, 0, 70, 40, false);

  /// The same with fewer ways.
  RibbonPen fewer(int returns, int undrawn) {
    return new RibbonPen(
        gap,
        tightGap,
        width,
        dots,
        mostLines,
        mostReturnLines,
        returns,
        undrawn,
        drop,
        tightDrop,
        words);
  }

  /// The same with lines closer to each other.
  RibbonPen tight() {
    return new RibbonPen(
        tightGap,
        tightGap,
        width,
        dots,
        mostLines,
        mostReturnLines,
        mostReturns,
        mostUndrawn,
        tightDrop,
        tightDrop,
        words);
  }
}
