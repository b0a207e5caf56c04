package dev.sojourn.store.files;

import dev.sojourn.store.event.PropertyColumn.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event of an XES document with the attributes of its trace.
///
/// @param trace attributes of the trace, keys with [#TRACE] in front
/// @param event attributes of the event
record XesEvent(List<Attribute> trace, List<Attribute> event) {

  /// Marks an attribute of the trace, as flat forms of such logs do.
  static final String TRACE = "case:";

  /// @param key the key; that of an attribute within another comes after the outer one and `/`
  /// @param kind how the value is to be read
  /// @param value the value as it stands in the document
  record Attribute(String key, Kind kind, String value) {}

  /// The value of the first attribute with this key, or null.
  @Nullable String value(String key) {
    List<Attribute> among = key.startsWith(TRACE) ? trace : event;
    for (Attribute a : among) {
      if (a.key.equals(key)) {
        return a.value;
      }
    }
    return null;
  }

  /// The event in words, for a rejected row.
  String text() {
    StringBuilder text = new StringBuilder("<event>");
    trace.forEach(a -> append(text, a));
    event.forEach(a -> append(text, a));
    return text.append("</event>").toString();
  }

  private static void append(StringBuilder text, Attribute a) {
    text.append(" key=\"").append(a.key).append("\" value=\"").append(a.value).append('"');
  }
}
