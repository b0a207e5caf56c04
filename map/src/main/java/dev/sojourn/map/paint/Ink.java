package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Tone;

/// What a shape is painted with.
///
/// @param feeling whether the tone follows the height from good to bad instead
record Ink(Tone tone, double opacity, boolean feeling) {

  static Ink of(Tone tone) {
    return new Ink(tone, 1, false);
  }
}
