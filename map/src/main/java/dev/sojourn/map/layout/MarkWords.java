package dev.sojourn.map.layout;

import dev.sojourn.map.evidence.Support;
import java.time.Instant;

/// The word beside an evidence mark, the same on screens as in pictures.
public final class MarkWords {

  private MarkWords() {}

  /// The word with its value and without its n, which stands apart in grey: `seen in 71 %`.
  ///
  /// @param asOf against which evidence ages
  public static String of(Support support, Instant asOf) {
    return new EvidenceWords(asOf).of(support).getFirst().text();
  }
}
