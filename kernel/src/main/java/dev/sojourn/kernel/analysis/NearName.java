package dev.sojourn.kernel.analysis;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the name that somebody probably meant.
final class NearName {

  private NearName() {}

  /// The name at the least edit distance, ties by name; null when none is near.
  static @Nullable String of(String wanted, Collection<String> names) {
    String best = null;
    int least = Math.max(2, wanted.length() / 3) + 1;
    for (String name : names) {
      int distance =
          distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), least);
      if (distance < least || (distance == least && best != null && name.compareTo(best) < 0)) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  /// Levenshtein's distance, or `limit` when it is at least that.
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return Math.min(limit, row[b.length()]);
  }
}
