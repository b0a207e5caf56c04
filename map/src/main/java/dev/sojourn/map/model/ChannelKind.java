package dev.sojourn.map.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where an interaction takes place.
public enum ChannelKind {
  WEBSITE("web", "site", "browser", "desktop"),
  APP_PRODUCT("app", "mobile", "ios", "android", "product"),
  EMAIL("email", "mail", "newsletter"),
  SMS_PUSH("sms", "push", "notification", "text"),
  SOCIAL("social", "facebook", "instagram", "twitter", "linkedin", "tiktok"),
  SEARCH("search", "google", "bing", "seo", "sem"),
  DISPLAY_VIDEO_AD("display", "video", "ad", "ads", "banner", "youtube"),
  TV_RADIO_OUTDOOR("tv", "radio", "outdoor", "street", "billboard"),
  SALES("sales", "crm", "rep"),
  PHONE("phone", "call", "ivr", "callcenter", "telephone"),
  CHAT_BOT("chat", "bot", "messenger"),
  HELP_CENTRE("help", "support", "ticket", "faq"),
  STORE("store", "shop", "branch", "counter", "pos"),
  EVENT("event", "fair", "webinar"),
  COMMUNITY_FORUM("community", "forum"),
  REFERRAL("referral", "affiliate", "friend"),
  REVIEW_SITE("review", "reviews", "rating"),
  PRINT_LETTER("print", "letter", "post", "paper", "flyer"),
  PACKAGING_MANUAL("packaging", "package", "manual", "parcel"),
  KIOSK("kiosk", "terminal"),
  PAYMENT("payment", "checkout", "till", "card"),
  VOICE_ASSISTANT("voice", "alexa", "siri"),
  VR_AR("vr", "ar"),
  PARTNER_AGENT("partner", "agent", "dealer"),
  OTHER;

  private final List<String> words;

  ChannelKind(String... words) {
    this.words = List.of(words);
  }

  /// The kind that a channel's name in the data speaks of; empty when no word of it is known.
  ///
  /// @param channel as in the data: `web`, `call-center`, `iOS app`
  public static Optional<ChannelKind> named(String channel) {
    List<String> spoken = List.of(channel.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
    return Arrays.stream(values())
        .filter(
            kind -> kind.words.stream().anyMatch(spoken::contains) || spoken.contains(kind.key()))
        .findFirst();
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
