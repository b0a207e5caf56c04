package dev.sojourn.server.insight.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers that were given lately, the most used last to go. Thread-safe.
final class KeptAnswers {

  /// What an answer holds for.
  ///
  /// @param generation the state of the journeys
  /// @param question the resolved spec
  record Key(String workspace, long generation, String question) {}

  private final long mostBytes;
  private final Map<Key, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  KeptAnswers(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  synchronized byte @Nullable [] get(Key key) {
    return kept.get(key);
  }

  synchronized void put(Key key, byte[] answer) {
    byte[] before = kept.put(key, answer);
    bytes += size(key, answer) - (before == null ? 0 : size(key, before));
    Iterator<Map.Entry<Key, byte[]>> eldest = kept.entrySet().iterator();
    while (bytes > mostBytes && eldest.hasNext()) {
      Map.Entry<Key, byte[]> entry = eldest.next();
      bytes -= size(entry.getKey(), entry.getValue());
      eldest.remove();
    }
  }

  /// Forgets the answers of a workspace.
  synchronized void forget(String workspace) {
    Iterator<Map.Entry<Key, byte[]>> all = kept.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, byte[]> entry = all.next();
      if (entry.getKey().workspace().equals(workspace)) {
        bytes -= size(entry.getKey(), entry.getValue());
        all.remove();
      }
    }
  }

  private static long size(Key key, byte[] answer) {
    return answer.length + 2L * key.question().length();
  }
}
