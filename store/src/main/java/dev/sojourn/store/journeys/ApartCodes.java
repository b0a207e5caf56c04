package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.store.event.PropertyColumn;
import dev.sojourn.store.event.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives events of one name that a view tells apart a code each, by [ApartNames]. For one thread
/// and one reader.
final class ApartCodes {

  private final EventReader reader;
  private final StoredVocabulary vocabulary;
  private final ToldApart apart;
  private final Map<String, List<TextColumn>> columns = new HashMap<>();
  private final Map<String, Integer> known = new HashMap<>();
  private int columnsRead = -1;

  /// @param vocabulary grows by what is told apart
  ApartCodes(EventReader reader, StoredVocabulary vocabulary, ToldApart apart) {
    this.reader = reader;
    this.vocabulary = vocabulary;
    this.apart = apart;
  }

  /// Looks at the columns of a new batch.
  void next() {
    if (reader.properties().size() == columnsRead) {
      return;
    }
    columnsRead = reader.properties().size();
    columns.clear();
    for (PropertyColumn column : reader.properties()) {
      columns.computeIfAbsent(column.name(), c -> new ArrayList<>()).add(column.values());
    }
  }

  /// The code of event `i`.
  ///
  /// @param plain its code by name and channel alone
  int code(int i, int plain) {
    String name = apart.isNothing() ? "" : vocabulary.name(plain);
    Map<String, List<String>> properties = apart.events().get(name);
    if (properties == null) {
      return plain;
    }
    StringBuilder told = new StringBuilder(ApartNames.head(name));
    properties.forEach((property, values) -> {
      String value = value(property, i);
      boolean matters = value != null && (values.isEmpty() || values.contains(value));
      ApartNames.add(told, matters ? value : null);
    });
    String key = plain + ":" + told;
    Integer code = known.get(key);
    if (code == null) {
      code = vocabulary.code(new StoredVocabulary.Pair(told.toString(), vocabulary.channel(plain)));
      known.put(key, code);
    }
    return code;
  }

  private @Nullable String value(String property, int i) {
    for (TextColumn column : columns.getOrDefault(property, List.of())) {
      if (!column.isMissing(i)) {
        return column.text(i);
      }
    }
    return null;
  }
}
