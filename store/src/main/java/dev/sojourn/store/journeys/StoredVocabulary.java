package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.journeys.column.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pairs of event name and channel that have codes. Grows at its end; what is there keeps its
/// code. A vocabulary that a snapshot shows does not grow any more. For one thread while it grows.
final class StoredVocabulary implements Vocabulary {

  /// What a code stands for.
  record Pair(String name, @Nullable String channel) {
    /// By name, then by channel, events without one first.
    static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::name)
            .thenComparing(Pair::channel, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Pair, Integer> codes = new HashMap<>();

  /// The code of a pair, which gets the next one when it has none.
  ///
  /// @throws RefusedException when there are no codes left
  int code(Pair pair) {
    Integer known = codes.get(pair);
    if (known != null) {
      return known;
    }
    if (pairs.size() == MAX_SIZE) {
      throw new RefusedException(
          "event",
          "'"
              + pair.name()
              + "' would be one more than the "
              + MAX_SIZE
              + " different pairs of event name and channel that journeys can hold; import with a"
              + " coarser event column, or leave the channel out");
    }
    codes.put(pair, pairs.size());
    pairs.add(pair);
    return pairs.size() - 1;
  }

  /// The same pairs with the same codes, free to grow.
  StoredVocabulary copy() {
    StoredVocabulary copy = new StoredVocabulary();
    pairs.forEach(copy::code);
    return copy;
  }

  /// Those of the pairs that are used, coded in order.
  StoredVocabulary sorted(boolean[] used) {
    StoredVocabulary sorted = new StoredVocabulary();
    List<Pair> kept = new ArrayList<>();
    for (int c = 0; c < pairs.size(); c++) {
      if (used[c]) {
        kept.add(pairs.get(c));
      }
    }
    kept.sort(Pair.ORDER);
    kept.forEach(sorted::code);
    return sorted;
  }

  /// For each code the code that the same pair has in another vocabulary, where it has one.
  char[] codesIn(StoredVocabulary other) {
    char[] to = new char[pairs.size()];
    for (int c = 0; c < to.length; c++) {
      Integer code = other.codes.get(pairs.get(c));
      to[c] = code == null ? (char) MAX_SIZE : (char) code.intValue();
    }
    return to;
  }

  @Override
  public int size() {
    return pairs.size();
  }

  @Override
  public String name(int code) {
    return pairs.get(code).name();
  }

  @Override
  public @Nullable String channel(int code) {
    return pairs.get(code).channel();
  }

  void write(Path path) throws IOException {
    List<@Nullable String> texts = new ArrayList<>();
    for (Pair pair : pairs) {
      texts.add(pair.name());
      texts.add(pair.channel());
    }
    TextFile.write(path, texts);
  }

  static StoredVocabulary read(Path path) throws IOException {
    StoredVocabulary vocabulary = new StoredVocabulary();
    List<@Nullable String> texts = TextFile.read(path);
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      vocabulary.code(new Pair(String.valueOf(texts.get(i)), texts.get(i + 1)));
    }
    return vocabulary;
  }
}
