package dev.sojourn.map.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/// Reads the notation of SVG paths: all its commands, with absolute and relative coordinates.
final class SvgPath {

  private final String d;
  private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
  private int at;
  private double x;
  private double y;
  private double startX;
  private double startY;

  /// The second control point of the curve before, for smooth curves.
  private double controlX;

  private double controlY;

  private SvgPath(String d) {
    this.d = d;
  }

  /// The shape of a path.
  ///
  /// @throws IllegalArgumentException when it is not in the notation
  static Path2D.Double of(String d) {
    SvgPath reader = new SvgPath(d);
    reader.read();
    return reader.path;
  }

  private void read() {
    char command = 0;
    char before = 0;
    skip();
    while (at < d.length()) {
      char c = d.charAt(at);
      if (Character.isLetter(c)) {
        command = c;
        at++;
      } else if (command == 'M') {
        command = 'L';
      } else if (command == 'm') {
        command = 'l';
      }
      step(command, Character.toUpperCase(before));
      before = command;
      skip();
    }
  }

  private void step(char command, char before) {
    boolean relative = Character.isLowerCase(command);
    double ox = relative ? x : 0;
    double oy = relative ? y : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> {
        moveTo(ox + number(), oy + number());
        path.moveTo(x, y);
        startX = x;
        startY = y;
      }
      case 'L' -> lineTo(ox + number(), oy + number());
      case 'H' -> lineTo(ox + number(), y);
      case 'V' -> lineTo(x, oy + number());
      case 'C' -> cubic(ox + number(), oy + number(), ox, oy);
      case 'S' -> {
        boolean smooth = before == 'C' || before == 'S';
        cubic(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, ox, oy);
      }
      case 'Q' -> quadratic(ox + number(), oy + number(), ox, oy);
      case 'T' -> {
        boolean smooth = before == 'Q' || before == 'T';
        quadratic(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, ox, oy);
      }
      case 'A' -> {
        double rx = number();
        double ry = number();
        double turn = number();
        boolean large = flag();
        boolean sweep = flag();
        arc(rx, ry, turn, large, sweep, ox + number(), oy + number());
      }
      case 'Z' -> {
        path.closePath();
        moveTo(startX, startY);
      }
      default ->
          throw new IllegalArgumentException("'" + command + "' is no command of a path: " + d);
    }
  }

  private void moveTo(double toX, double toY) {
    x = toX;
    y = toY;
  }

  private void lineTo(double toX, double toY) {
    path.lineTo(toX, toY);
    moveTo(toX, toY);
  }

  private void cubic(double x1, double y1, double ox, double oy) {
    controlX = ox + number();
    controlY = oy + number();
    double toX = ox + number();
    double toY = oy + number();
    path.curveTo(x1, y1, controlX, controlY, toX, toY);
    moveTo(toX, toY);
  }

  private void quadratic(double x1, double y1, double ox, double oy) {
    controlX = x1;
    controlY = y1;
    double toX = ox + number();
    double toY = oy + number();
    path.quadTo(x1, y1, toX, toY);
    moveTo(toX, toY);
  }

  /// An arc of an ellipse, from its end points (SVG 2, appendix B.2.4).
  private void arc(
      double rx0, double ry0, double turn, boolean large, boolean sweep, double toX, double toY) {
    double rx = Math.abs(rx0);
    double ry = Math.abs(ry0);
    if (rx == 0 || ry == 0) {
      lineTo(toX, toY);
      return;
    }
    double angle = StrictMath.toRadians(turn);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double dx = (x - toX) / 2;
    double dy = (y - toY) / 2;
    double px = cos * dx + sin * dy;
    double py = -sin * dx + cos * dy;
    double over = px * px / (rx * rx) + py * py / (ry * ry);
    if (over > 1) {
      rx *= Math.sqrt(over);
      ry *= Math.sqrt(over);
    }
    double below = rx * rx * py * py + ry * ry * px * px;
    double root = below == 0 ? 0 : Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below));
    double sign = large == sweep ? -1 : 1;
    double cx = sign * root * rx * py / ry;
    double cy = -sign * root * ry * px / rx;
    double from = StrictMath.toDegrees(StrictMath.atan2((py - cy) / ry, (px - cx) / rx));
    double to = StrictMath.toDegrees(StrictMath.atan2((-py - cy) / ry, (-px - cx) / rx));
    double extent = to - from;
    if (sweep && extent < 0) {
      extent += 360;
    } else if (!sweep && extent > 0) {
      extent -= 360;
    }
    Arc2D.Double arc = new Arc2D.Double(-rx, -ry, 2 * rx, 2 * ry, -from, -extent, Arc2D.OPEN);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            cos * cx - sin * cy + (x + toX) / 2, sin * cx + cos * cy + (y + toY) / 2);
    place.rotate(angle);
    path.append(arc.getPathIterator(place), true);
    moveTo(toX, toY);
    Point2D end = path.getCurrentPoint();
    if (end.distance(toX, toY) > 1e-9) {
      path.lineTo(toX, toY);
    }
  }

  private void skip() {
    while (at < d.length() && (d.charAt(at) == ' ' || d.charAt(at) == ',')) {
      at++;
    }
  }

  private boolean flag() {
    skip();
    return at < d.length() && d.charAt(at++) == '1';
  }

  private double number() {
    skip();
    int from = at;
    boolean point = false;
    while (at < d.length()) {
      char c = d.charAt(at);
      boolean sign = (c == '-' || c == '+') && at == from;
      if (c == '.' && !point) {
        point = true;
      } else if (!sign && !(c >= '0' && c <= '9')) {
        break;
      }
      at++;
    }
    if (from == at) {
      throw new IllegalArgumentException("a number is missing at " + at + " of the path: " + d);
    }
    return Double.parseDouble(d.substring(from, at));
  }
}
