package dev.sojourn.store.journeys;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says which events of a reader have the properties that a filter wants. For one thread and one
/// reader.
final class PropertyMatch {

  /// One wanted property in one column of the reader, with what is known of its dictionary.
  private static final class Wanted {
    private final TextColumn column;
    private final Set<String> values;
    private byte[] byCode = new byte[64];

    Wanted(TextColumn column, Set<String> values) {
      this.column = column;
      this.values = values;
    }

    boolean matches(int i) {
      if (column.isMissing(i)) {
        return false;
      }
      if (!column.isCoded()) {
        return values.contains(String.valueOf(column.text(i)));
      }
      int code = column.code(i);
      if (code >= byCode.length) {
        byCode = java.util.Arrays.copyOf(byCode, Math.max(code + 1, byCode.length * 2));
      }
      if (byCode[code] == 0) {
        byCode[code] = (byte) (values.contains(column.dictionaryText(code)) ? 1 : 2);
      }
      return byCode[code] == 1;
    }
  }

  private final EventReader reader;
  private final EventFilter filter;
  private final List<List<Wanted>> wanted = new ArrayList<>();
  private int columns = -1;

  PropertyMatch(EventReader reader, EventFilter filter) {
    this.reader = reader;
    this.filter = filter;
  }

  /// Looks at the columns of a new batch.
  void next() {
    if (reader.properties().size() == columns) {
      return;
    }
    columns = reader.properties().size();
    wanted.clear();
    for (Map.Entry<String, List<String>> property : filter.properties().entrySet()) {
      List<Wanted> kinds = new ArrayList<>();
      for (PropertyColumn column : reader.properties()) {
        if (column.name().equals(property.getKey())) {
          kinds.add(new Wanted(column.values(), Set.copyOf(property.getValue())));
        }
      }
      wanted.add(kinds);
    }
  }

  /// Whether event `i` of the batch has a wanted value of every property.
  boolean matches(int i) {
    for (List<Wanted> kinds : wanted) {
      boolean found = false;
      for (Wanted column : kinds) {
        found |= column.matches(i);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
