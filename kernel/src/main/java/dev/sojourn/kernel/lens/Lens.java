package dev.sojourn.kernel.lens;

import dev.sojourn.kernel.journey.Vocabulary;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A table from codes to touchpoints. Touchpoints are numbered in the order of their names.
///
/// Immutable and thread-safe.
public final class Lens {

  /// What a hidden code is read as.
  public static final int HIDDEN = -1;

  private final List<String> touchpoints;
  private final int[] byCode;

  private Lens(List<String> touchpoints, int[] byCode) {
    this.touchpoints = touchpoints;
    this.byCode = byCode;
  }

  /// A lens that reads each event name as a touchpoint.
  ///
  /// @param touchpointOf from an event name to the name of its touchpoint, or null to hide the
  ///   event
  public static Lens of(Vocabulary vocabulary, Function<String, @Nullable String> touchpointOf) {
    String[] names = new String[vocabulary.size()];
    boolean[] hidden = new boolean[vocabulary.size()];
    TreeSet<String> distinct = new TreeSet<>();
    for (int c = 0; c < names.length; c++) {
      String touchpoint = touchpointOf.apply(vocabulary.name(c));
      hidden[c] = touchpoint == null;
      if (touchpoint != null) {
        names[c] = touchpoint;
        distinct.add(touchpoint);
      }
    }
    List<String> touchpoints = List.copyOf(distinct);
    int[] byCode = new int[names.length];
    for (int c = 0; c < names.length; c++) {
      byCode[c] = hidden[c] ? HIDDEN : Collections.binarySearch(touchpoints, names[c]);
    }
    return new Lens(touchpoints, byCode);
  }

  /// The names of the touchpoints, sorted; a touchpoint's number is its place in this list.
  public List<String> touchpoints() {
    return touchpoints;
  }

  /// The number of a touchpoint, or a negative number when the data has no such touchpoint.
  public int number(String touchpoint) {
    return Collections.binarySearch(touchpoints, touchpoint);
  }

  /// The touchpoint of each code, or [#HIDDEN].
  public int[] byCode() {
    return byCode.clone();
  }

  /// Whether no event is hidden.
  public boolean hidesNothing() {
    return Arrays.stream(byCode).noneMatch(t -> t == HIDDEN);
  }

  /// Whether codes are the numbers of their touchpoints, so that nothing has to be rewritten.
  public boolean isIdentity() {
    for (int c = 0; c < byCode.length; c++) {
      if (byCode[c] != c) {
        return false;
      }
    }
    return true;
  }
}
