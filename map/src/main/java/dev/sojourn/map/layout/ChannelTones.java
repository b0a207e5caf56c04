package dev.sojourn.map.layout;

import dev.sojourn.map.model.ChannelKind;
import org.jspecify.annotations.Nullable;

/// The tone of each channel; eight tones for all channels, told apart further by icons.
public final class ChannelTones {

  private ChannelTones() {}

  /// The tone of a channel; grey when nobody said which.
  public static Tone of(@Nullable ChannelKind channel) {
    if (channel == null) {
      return Tone.EDGE;
    }
    return switch (channel) {
      case APP_PRODUCT, VOICE_ASSISTANT, VR_AR -> Tone.CHANNEL_APP;
      case WEBSITE, SEARCH, HELP_CENTRE, COMMUNITY_FORUM -> Tone.CHANNEL_WEB;
      case SMS_PUSH, CHAT_BOT, SOCIAL -> Tone.CHANNEL_PUSH;
      case EMAIL, DISPLAY_VIDEO_AD, REVIEW_SITE -> Tone.CHANNEL_MAIL;
      case STORE, EVENT, SALES, PARTNER_AGENT -> Tone.CHANNEL_STORE;
      case PAYMENT, KIOSK -> Tone.CHANNEL_TILL;
      case TV_RADIO_OUTDOOR, PHONE, REFERRAL, OTHER -> Tone.CHANNEL_STREET;
      case PRINT_LETTER, PACKAGING_MANUAL -> Tone.CHANNEL_PACK;
    };
  }
}
