package dev.sojourn.store.files;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn.Kind;
import dev.sojourn.store.event.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// The properties of one row of a format without a header, held until the row is known to be an
/// event. A file may bring [#MAX_COLUMNS] pairs of name and kind; properties beyond go together
/// into one JSON object, [#OTHER], so that hostile names cannot fill the heap. Of a name that a row
/// has twice the first counts.
final class RowProperties {

  static final int MAX_COLUMNS = 500;

  /// The property that holds those beyond the limit.
  static final String OTHER = "_other";

  private record Property(String name, Kind kind, String text) {}

  private record Key(String name, Kind kind) {}

  private final @Nullable Set<String> chosen;
  private final List<Property> row = new ArrayList<>();
  private final Map<Key, TextColumn> columns = new HashMap<>();
  private @Nullable EventBatch known;

  RowProperties(PropertyChoice choice) {
    chosen =
        switch (choice) {
          case PropertyChoice.All() -> null;
          case PropertyChoice.None() -> Set.of();
          case PropertyChoice.Named(List<String> names) -> Set.copyOf(names);
        };
  }

  void clear() {
    row.clear();
  }

  /// Notes a property of the row; a JSON number, `true` or `false`, JSON or a text by its kind.
  void put(String name, Kind kind, String text) {
    if (chosen == null || chosen.contains(name)) {
      row.add(new Property(name, kind, text));
    }
  }

  /// Whether properties of this name are named by the caller, and so kept even when the column
  /// plays a role.
  boolean names(String name) {
    return chosen != null && chosen.contains(name);
  }

  int columns() {
    return columns.size();
  }

  /// Adds the properties of the row to the event that the batch is about to end.
  void addTo(EventBatch batch) {
    if (known != batch) {
      columns.clear();
      known = batch;
    }
    StringBuilder other = null;
    for (Property p : row) {
      Key key = new Key(p.name, p.kind);
      TextColumn values = columns.get(key);
      if (values == null && columns.size() < MAX_COLUMNS) {
        values = batch.property(p.name, p.kind);
        columns.put(key, values);
      }
      if (values == null) {
        other = append(other, p);
      } else if (values.rows() == batch.size()) {
        values.add(p.text);
      }
    }
    if (other != null) {
      batch.property(OTHER, Kind.JSON).add(other.append('}').toString());
    }
  }

  private static StringBuilder append(@Nullable StringBuilder to, Property p) {
    StringBuilder json = to == null ? new StringBuilder("{") : to.append(',');
    json.append('"').append(JsonStringEncoder.getInstance().quoteAsCharArray(p.name)).append("\":");
    if (p.kind == Kind.TEXT) {
      return json.append('"')
          .append(JsonStringEncoder.getInstance().quoteAsCharArray(p.text))
          .append('"');
    }
    return json.append(p.text);
  }
}
