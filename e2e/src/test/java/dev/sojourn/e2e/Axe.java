package dev.sojourn.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What axe finds on a page that keeps somebody from using it.
final class Axe {

  private static final String SOURCE = read();

  private Axe() {}

  private static String read() {
    try {
      return Files.readString(
          Path.of(
              System.getProperty("sojourn.root"), "e2e", "node_modules", "axe-core", "axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Serious and critical violations, one line each. What is fading in has the contrast of its end.
  static List<String> violations(Page page) {
    // Runs in the page's own world through the debugger, which the content policy does not bind.
    page.evaluate(SOURCE);
    Object found =
        page.evaluate(
            """
            async () => (await Promise.allSettled(document.getAnimations()
                .filter(a => Number.isFinite(a.effect?.getComputedTiming().endTime))
                .map(a => a.finished)),
              await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.help + ' — ' + v.nodes.slice(0, 5).map(n => n.html + ' ' +
                (n.any[0]?.message ?? '')).join(' | '))
            """,
            Map.of());
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
