package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.ToldApart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How the files of a view spell the name of an event that is told apart: the name, then the value
/// of each property in the order of [ToldApart], every part behind a unit separator.
final class ApartNames {

  private static final char UNIT = '\u001f';
  private static final char ESCAPE = '\u001e';
  private static final String MISSING = ESCAPE + "m";

  private ApartNames() {}

  /// What an event is and how it differs.
  record Told(String name, Map<String, String> properties) {}

  static String head(String name) {
    return escaped(name);
  }

  static void add(StringBuilder told, @Nullable String value) {
    told.append(UNIT).append(value == null ? MISSING : escaped(value));
  }

  /// Reads a name back; one that is not told apart is what it is.
  static Told read(String spelled, ToldApart apart) {
    int end = spelled.indexOf(UNIT);
    if (end < 0) {
      return new Told(spelled, Map.of());
    }
    List<String> parts = new ArrayList<>(List.of(spelled.split(String.valueOf(UNIT), -1)));
    String name = plain(parts.removeFirst());
    SortedMap<String, List<String>> properties = apart.events().get(name);
    if (properties == null || properties.size() != parts.size()) {
      return new Told(spelled, Map.of());
    }
    Map<String, String> values = new LinkedHashMap<>();
    int at = 0;
    for (String property : properties.keySet()) {
      String value = parts.get(at++);
      if (!value.equals(MISSING)) {
        values.put(property, plain(value));
      }
    }
    return new Told(name, Map.copyOf(values));
  }

  private static String escaped(String text) {
    return text.replace(String.valueOf(ESCAPE), ESCAPE + "e")
        .replace(String.valueOf(UNIT), ESCAPE + "u");
  }

  private static String plain(String text) {
    return text.replace(ESCAPE + "u", String.valueOf(UNIT))
        .replace(ESCAPE + "e", String.valueOf(ESCAPE));
  }
}
