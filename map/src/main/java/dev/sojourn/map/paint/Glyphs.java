package dev.sojourn.map.paint;

import dev.sojourn.map.model.ChannelKind;
import org.jspecify.annotations.Nullable;

/// Icons of channels: strokes on a grid of 24, drawn for Sojourn.
final class Glyphs {

  private Glyphs() {}

  /// The path of a channel's icon.
  static String of(@Nullable ChannelKind channel) {
    if (channel == null) {
      return "M12 4a8 8 0 1 0 .01 0M12 11.5a.5 .5 0 1 0 .01 0";
    }
    return switch (channel) {
      case WEBSITE ->
          "M12 3a9 9 0 1 0 .01 0M3 12h18M12 3c-3.2 2.6-4.2 5.6-4.2 9s1 6.4 4.2 9c3.2-2.6 4.2-5.6"
              + " 4.2-9s-1-6.4-4.2-9";
      case APP_PRODUCT ->
          "M8 2.5h8a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-15a2 2 0 0 1" + " 2-2zM11 18h2";
      case EMAIL -> "M3 6h18v12H3zM3 6.5l9 7 9-7";
      case SMS_PUSH -> "M6 9.5a6 6 0 0 1 12 0c0 4 1.2 5.6 2.5 7h-17c1.3-1.4 2.5-3 2.5-7M10 20h4";
      case SOCIAL ->
          "M12 20c-5-3.6-8.5-6.8-8.5-11a4.6 4.6 0 0 1 8.5-2.4A4.6 4.6 0 0 1 20.5 9c0"
              + " 4.2-3.5 7.4-8.5 11z";
      case SEARCH -> "M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5 21 21";
      case DISPLAY_VIDEO_AD -> "M3 5h18v14H3zM10 9.2v5.6l5-2.8z";
      case TV_RADIO_OUTDOOR -> "M3 8h18v12H3zM8 3l4 5 4-5";
      case SALES -> "M3 8h18v11H3zM9 8V5h6v3M3 13h18";
      case PHONE ->
          "M5 4h4l1.6 4.4-2.3 1.7a12 12 0 0 0 5.6 5.6l1.7-2.3L20 15v4a1.5 1.5 0 0 1-1.6"
              + " 1.5C10.5 20 4 13.500 3.500 5.600A1.500 1.500 0 0 1 5 4z";
      case CHAT_BOT -> "M4 5h16v11h-9l-4 4v-4H4zM9 10.500h.010M15 10.500h.010";
      case HELP_CENTRE ->
          "M12 3a9 9 0 1 0 .01 0M9.500 9.500a2.500 2.500 0 1 1 3.600 2.200c-.8"
              + " .4-1.100 .9-1.100 1.800M12 16.800h.010";
      case STORE ->
          "M4 10.500V20h16v-9.500M3 10l2.200-6h13.600L21 10a3 3 0 0 1-6 0 3 3 0 0 1-6 0"
              + " 3 3 0 0 1-6 0zM10 20v-5h4v5";
      case EVENT -> "M4 5h16v15H4zM4 10h16M8 3v4M16 3v4";
      case COMMUNITY_FORUM ->
          "M9 5a3.500 3.500 0 1 0 .010 0M2.500 20a6.500 6.500 0 0 1 13 0M16"
              + " 5.500a3.500 3.500 0 0 1 0 6.500M18 14.500a6.500 6.500 0 0 1 3.500 5.500";
      case REFERRAL ->
          "M18 4a2.500 2.500 0 1 0 .010 0M6 9.500a2.500 2.500 0 1 0 .010 0M18 15a2.500"
              + " 2.500 0 1 0 .010 0M8.300 10.800 15.700 7.600M8.300 13.200l7.400 3.200";
      case REVIEW_SITE ->
          "M12 3.500l2.600 5.400 5.900 .8-4.300 4.100 1 5.900L12 16.900l-5.200 2.800"
              + " 1-5.900L3.500 9.700l5.900-.8z";
      case PRINT_LETTER -> "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7";
      case PACKAGING_MANUAL ->
          "M12 3l8.500 4.700v8.600L12 21l-8.500-4.700V7.700zM3.500 7.700 12"
              + " 12.300l8.500-4.600M12 12.300V21";
      case KIOSK -> "M5 3h14v12H5zM12 15v5M8 20h8";
      case PAYMENT -> "M3 6h18v12H3zM3 10h18M7 14.500h3";
      case VOICE_ASSISTANT ->
          "M9.500 5.500a2.500 2.500 0 0 1 5 0v5a2.500 2.500 0 0 1-5 0zM6 10.500a6"
              + " 6 0 0 0 12 0M12 16.500V21";
      case VR_AR -> "M3 8h18v9h-6l-3-3-3 3H3z";
      case PARTNER_AGENT -> "M12 4a4 4 0 1 0 .010 0M4.500 21a7.500 7.500 0 0 1 15 0";
      case OTHER -> "M6 12h.010M12 12h.010M18 12h.010M3 5h18v14H3z";
    };
  }
}
