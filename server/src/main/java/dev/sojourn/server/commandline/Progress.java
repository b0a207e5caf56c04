package dev.sojourn.server.commandline;

import java.util.Locale;

/// Tells a person who waits how far it is: one line that changes on a terminal, a line now and then
/// elsewhere, nothing unless it was asked for. For one thread.
final class Progress {

  private static final long TERMINAL_MILLIS = 200;
  private static final long FILE_MILLIS = 2_000;

  private final Surroundings surroundings;
  private final boolean shown;
  private long next;
  private int written;

  Progress(Surroundings surroundings, boolean asked) {
    this.surroundings = surroundings;
    this.shown = asked || surroundings.terminal();
    this.next = surroundings.clock().millis() + TERMINAL_MILLIS;
  }

  /// Shows a share of a whole, unless it showed one a moment ago.
  void show(String what, long done, long total) {
    if (!shown || surroundings.clock().millis() < next) {
      return;
    }
    next =
        surroundings.clock().millis() + (surroundings.terminal() ? TERMINAL_MILLIS : FILE_MILLIS);
    double percent = total <= 0 ? 100 : Math.min(100, 100.0 * done / total);
    String line = what + " " + String.format(Locale.ROOT, "%.0f %%", percent);
    if (surroundings.terminal()) {
      surroundings.err().print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
      surroundings.err().flush();
      written = line.length();
    } else {
      surroundings.err().println(line);
    }
  }

  /// Clears the line.
  void end() {
    if (written > 0) {
      surroundings.err().print("\r" + " ".repeat(written) + "\r");
      surroundings.err().flush();
      written = 0;
    }
  }
}
