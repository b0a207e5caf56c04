package dev.sojourn.server.demo.harbour;

/// What can happen, with the channel through which it does.
enum Touch {
  AD_CLICKED("Ad Clicked", "ads"),
  WEB_MENU_VIEWED("Web Menu Viewed", "web"),
  STORE_FINDER_USED("Store Finder Used", "web"),
  NEWSLETTER_OPENED("Newsletter Opened", "email"),
  BIRTHDAY_EMAIL_OPENED("Birthday E-mail Opened", "email"),
  APP_INSTALLED("App Installed", "app"),
  MORNING_NUDGE_OPENED("Morning Nudge Opened", "push"),
  APP_MENU_VIEWED("App Menu Viewed", "app"),
  BASKET_FILLED("Basket Filled", "app"),
  APP_SIGN_IN_ASKED("App Sign-in Asked", "app"),
  APP_ORDER_PAID("App Order Paid", "app"),
  READY_MESSAGE_SENT("Ready Message Sent", "push"),
  PICK_UP_ARRIVED("Pick-up Arrived", "app"),
  ORDER_COLLECTED("Order Collected", "store"),
  TILL_PAID("Till Paid", "store"),
  DRINK_HANDED_OVER("Drink Handed Over", "store"),
  GUEST_WIFI_JOINED("Guest Wi-Fi Joined", "store"),
  PAPER_CARD_STAMPED("Paper Card Stamped", "store"),
  BIRTHDAY_DRINK_GIVEN("Birthday Drink Given", "store"),
  STAMP_EARNED("Stamp Earned", "loyalty"),
  FREE_CUP_REDEEMED("Free Cup Redeemed", "loyalty"),
  SUPPORT_CALLED("Support Called", "phone"),
  SURVEY_ANSWERED("Survey Answered", "survey");

  private final String event;
  private final String channel;

  Touch(String event, String channel) {
    this.event = event;
    this.channel = channel;
  }

  String event() {
    return event;
  }

  String channel() {
    return channel;
  }
}
