package dev.sojourn.kernel.spec;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the name that somebody probably meant.
///
/// The distance is that of optimal string alignment: an insertion, a deletion, a substitution or a
/// swap of neighbours costs 1. Capital letters count as small ones.
public final class NearName {

  private NearName() {}

  /// The name at the least distance, ties by name; null when none is near.
  public static @Nullable String of(String wanted, Collection<String> names) {
    String written = wanted.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, wanted.length() / 3);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      if (Math.abs(name.length() - wanted.length()) > limit) {
        continue;
      }
      int distance = distance(written, name.toLowerCase(Locale.ROOT));
      if (distance > limit || distance > least) {
        continue;
      }
      if (distance < least || best == null || name.compareTo(best) < 0) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  /// A question to be put behind a sentence that ends with a full stop: " Did you mean 'x'?"; empty
  /// when no name is near.
  public static String hint(String wanted, Collection<String> names) {
    String near = of(wanted, names);
    return near == null ? "" : " Did you mean '" + near + "'?";
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
