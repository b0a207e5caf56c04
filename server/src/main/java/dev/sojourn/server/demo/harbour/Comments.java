package dev.sojourn.server.demo.harbour;

import java.util.List;

/// What customers write beside a score. Invented.
final class Comments {

  private static final List<String> GLAD_PICK_UP =
      List.of(
          "In and out before the light changed.",
          "It was on the shelf with my name on it. That is all I want.",
          "Ready when it said ready.",
          "Two minutes door to door. Lovely.");
  private static final List<String> SORE_PICK_UP =
      List.of(
          "It said ready. It was not ready.",
          "Stood at the shelf for six minutes with eleven other people who were also told to come.",
          "I could see my ticket hanging there. Nobody had started it.",
          "Missed the 8:12 because of a cortado.",
          "Why tell me it is ready when it is only printed?",
          "I order ahead so that I do not have to wait. I waited.",
          "Somebody took my cup. The names are too small to read.");
  private static final List<String> GLAD_APP =
      List.of(
          "Three taps and done.", "It remembers oat milk. Thank you.", "Ordered from the tram.");
  private static final List<String> SORE_APP =
      List.of(
          "It wants my card number every single time.",
          "Sold out, it said. After I had paid attention to it for a minute.");
  private static final List<String> GLAD_TILL =
      List.of("It moves, if slowly.", "Quick, and the card works.", "Good morning, coffee, bye.");
  private static final List<String> SORE_TILL =
      List.of(
          "Signed out again. I gave up and queued.",
          "Filled the basket, then it asked for a password. On a moving tram.",
          "The queue does not move when the app orders come in first.",
          "You cannot see the prices until you are at the front.");
  private static final List<String> GLAD_BARISTA =
      List.of(
          "Bram knew my name and my order. I was having a bad week.",
          "She asked how the exam went.",
          "I would walk past two other shops for this.",
          "They said good morning and my name and that was that, day saved.");
  private static final List<String> SORE_BARISTA =
      List.of("Nobody looked up.", "Called me Brain. I am Brian.", "Rushed, not rude.");
  private static final List<String> GLAD_DRINK =
      List.of(
          "Best flat white on the water.",
          "Still hot at my desk.",
          "First sip and I am a person again.");
  private static final List<String> SORE_DRINK =
      List.of(
          "The lid leaks on the walk up the hill.",
          "Lukewarm. It must have stood there a while.",
          "Half of it was foam.");
  private static final List<String> GLAD_BIRTHDAY =
      List.of(
          "Nobody at work remembered. You did.",
          "A free drink and a candle drawn on the lid. I kept the lid.",
          "Made me smile at seven in the morning, which does not happen.");

  private Comments() {}

  /// A comment that fits.
  ///
  /// @param about what was asked about
  /// @param score 1 to 5
  static String of(String about, int score, Dice dice) {
    boolean glad = score >= 4;
    List<String> bank =
        switch (about) {
          case "the pick-up" -> glad ? GLAD_PICK_UP : SORE_PICK_UP;
          case "ordering in the app" -> glad ? GLAD_APP : SORE_APP;
          case "ordering at the till" -> glad ? GLAD_TILL : SORE_TILL;
          case "the barista" -> glad ? GLAD_BARISTA : SORE_BARISTA;
          case "the birthday drink" -> glad ? GLAD_BIRTHDAY : SORE_DRINK;
          default -> glad ? GLAD_DRINK : SORE_DRINK;
        };
    String text = bank.get(dice.whole(0, bank.size() - 1));
    return text.indexOf(',') < 0 ? text : '"' + text + '"';
  }
}
