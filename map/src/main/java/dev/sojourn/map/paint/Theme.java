package dev.sojourn.map.paint;

import dev.sojourn.map.layout.Tone;

/// The colors of the tones. The values are those of the design tokens, from OKLCH to sRGB.
public enum Theme {
  /// Ink on paper.
  LIGHT,
  /// A night map, not an inversion.
  DARK;

  /// The color of a tone, as `#rrggbb`.
  public String color(Tone tone) {
    return switch (tone) {
      case PAPER -> pick("#fbfaf7", "#13181e");
      case PAPER_2 -> pick("#f5f4ef", "#191e24");
      case PAPER_3 -> pick("#edebe5", "#21272e");
      case RAISED -> pick("#fefdfc", "#1b2128");
      case LINE -> pick("#e1e0da", "#292e35");
      case LINE_2 -> pick("#cccbc3", "#3d434a");
      case EDGE -> pick("#88867e", "#757b83");
      case INK -> pick("#171d26", "#ebe8df");
      case INK_2 -> pick("#525047", "#bab7af");
      case INK_3 -> pick("#6e6c63", "#9b9890");
      case TRAIL -> pick("#008585", "#4ab8b5");
      case TRAIL_INK -> pick("#006768", "#73d1ca");
      case ALARM -> pick("#d16022", "#ee8545");
      case ALARM_INK -> pick("#a74210", "#f6a56d");
      case LOST -> pick("#957a65", "#98826d");
      case LOST_INK -> pick("#755e4c", "#bfaa93");
      case FEEL_BAD -> pick("#d16022", "#ee8545");
      case FEEL_POOR -> pick("#e29668", "#ab704c");
      case FEEL_EVEN -> pick("#c6c4bc", "#51565c");
      case FEEL_FINE -> pick("#5daeae", "#3c827f");
      case FEEL_GOOD -> pick("#008585", "#4ab8b5");
      case CHANNEL_APP -> pick("#316cb5", "#7aaeef");
      case CHANNEL_WEB -> pick("#127d9d", "#71c1e0");
      case CHANNEL_PUSH -> pick("#7955b0", "#b99ee9");
      case CHANNEL_MAIL -> pick("#9e518f", "#dd96cd");
      case CHANNEL_STORE -> pick("#8a5f28", "#d6ac72");
      case CHANNEL_TILL -> pick("#65663d", "#b6b985");
      case CHANNEL_STREET -> pick("#576574", "#a3b3c4");
      case CHANNEL_PACK -> pick("#a45859", "#e19796");
    };
  }

  private String pick(String light, String dark) {
    return this == LIGHT ? light : dark;
  }
}
