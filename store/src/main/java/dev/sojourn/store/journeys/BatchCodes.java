package dev.sojourn.store.journeys;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.event.TextColumn;
import java.util.Arrays;
import java.util.Set;

/// Gives each event of a reader its code, or says that a filter on event names hides it. For one
/// thread and one reader.
final class BatchCodes {

  /// The code of an event that is hidden.
  static final int HIDDEN = -1;

  private static final int UNKNOWN = -2;
  private static final int MAX_TABLE = 1 << 24;

  private final EventReader reader;
  private final StoredVocabulary vocabulary;
  private final Set<String> visible;

  // The code of (name, channel) by their codes in the columns of the reader.
  private int[] table = new int[0];
  private int stride;

  /// @param vocabulary grows by the pairs that are visible
  BatchCodes(EventReader reader, StoredVocabulary vocabulary, EventFilter filter) {
    this.reader = reader;
    this.vocabulary = vocabulary;
    this.visible = Set.copyOf(filter.names());
  }

  /// Fills in the code of each event of the batch, or [#HIDDEN].
  void codes(int[] codes) {
    TextColumn name = reader.name();
    TextColumn channel = reader.channel();
    int size = reader.size();
    long cells = (long) name.dictionarySize() * (channel.dictionarySize() + 1L);
    if (!name.isCoded() || !channel.isCoded() || cells > MAX_TABLE) {
      for (int i = 0; i < size; i++) {
        codes[i] = code(i);
      }
      return;
    }
    room(name.dictionarySize(), channel.dictionarySize() + 1);
    for (int i = 0; i < size; i++) {
      int cell = name.code(i) * stride + channel.code(i) + 1;
      if (table[cell] == UNKNOWN) {
        table[cell] = code(i);
      }
      codes[i] = table[cell];
    }
  }

  private int code(int i) {
    String name = reader.name().text(i);
    if (name == null) {
      throw new IllegalStateException("an event without a name");
    }
    if (!visible.isEmpty() && !visible.contains(name)) {
      return HIDDEN;
    }
    return vocabulary.code(new StoredVocabulary.Pair(name, reader.channel().text(i)));
  }

  private void room(int names, int channels) {
    if (channels > stride || (long) names * stride > table.length) {
      stride = Math.max(stride, channels);
      table = new int[Math.max(64, Math.multiplyExact(names, stride) * 2)];
      Arrays.fill(table, UNKNOWN);
    }
  }
}
