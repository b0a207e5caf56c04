package dev.sojourn.map.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Says of a drawing that letters are boxes in it because no font has them, and what helps.
public final class MissingLetters {

  private MissingLetters() {}

  /// A sentence in plain ASCII, so that it can stand in a header; empty when no letter is missing.
  public static Optional<String> sentence(Scene scene) {
    TreeSet<String> scripts = new TreeSet<>();
    int[] letters = {0};
    scene.items().stream()
        .flatMap(item -> item instanceof Scene.Text text ? text.spans().stream() : Stream.empty())
        .flatMap(span -> span.face().line(span.text()).runs().stream())
        .filter(run -> run.font() == null)
        .flatMapToInt(run -> run.text().codePoints())
        .filter(point -> !Character.isWhitespace(point))
        .forEach(point -> {
          letters[0]++;
          scripts.add(called(point));
        });
    return letters[0] == 0
        ? Optional.empty()
        : Optional.of(
            (letters[0] == 1 ? "1 letter is a box" : letters[0] + " letters are boxes")
                + " in this picture, because no font here has them ("
                + String.join(", ", scripts)
                + "). Put a font that has them into a folder and name the folder in SOJOURN_FONTS when"
                + " Sojourn is started.");
  }

  private static String called(int point) {
    Character.UnicodeScript script = Character.UnicodeScript.of(point);
    if (script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.UNKNOWN) {
      return "symbols";
    }
    String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
