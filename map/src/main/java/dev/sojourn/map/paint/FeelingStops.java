package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Tone;
import java.util.List;

/// The tones of feeling from good, at the top, to bad.
final class FeelingStops {

  static final List<Stop> ALL =
      List.of(
          new Stop(0, Tone.FEEL_GOOD),
          new Stop(0.3, Tone.FEEL_FINE),
          new Stop(0.5, Tone.FEEL_EVEN),
          new Stop(0.7, Tone.FEEL_POOR),
          new Stop(1, Tone.FEEL_BAD));

  private FeelingStops() {}

  /// A tone at a height.
  ///
  /// @param offset 0 at the top, 1 at the bottom
  record Stop(double offset, Tone tone) {}
}
