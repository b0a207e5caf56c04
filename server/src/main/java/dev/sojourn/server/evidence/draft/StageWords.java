package dev.sojourn.server.evidence.draft;

import dev.sojourn.map.model.Stage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of the field by which a stage is recognised from the names of its touchpoints, and how
/// an event name is said to people.
final class StageWords {

  private static final Map<String, Stage.Kind> KIND_OF = new HashMap<>();

  static {
    know(
        Stage.Kind.AWARENESS,
        "ad",
        "ads",
        "campaign",
        "banner",
        "impression",
        "landing",
        "newsletter");
    know(
        Stage.Kind.CONSIDERATION,
        "catalog",
        "catalogue",
        "product",
        "products",
        "category",
        "item",
        "items",
        "search",
        "browse",
        "compare",
        "wishlist",
        "main",
        "home",
        "homepage",
        "index",
        "listing");
    know(Stage.Kind.EVALUATION, "review", "reviews", "rating", "quote", "offer", "assessment");
    know(Stage.Kind.TRIAL, "trial", "demo", "sample");
    know(
        Stage.Kind.PURCHASE,
        "cart",
        "basket",
        "checkout",
        "delivery",
        "shipping",
        "payment",
        "pay",
        "paid",
        "order",
        "ordered",
        "buy",
        "bought",
        "purchase",
        "purchased");
    know(
        Stage.Kind.ONBOARDING,
        "register",
        "registered",
        "registration",
        "signup",
        "activate",
        "activated",
        "activation",
        "welcome",
        "setup",
        "onboarding",
        "verify",
        "verified");
    know(Stage.Kind.EXPERIENCE, "play", "use", "used", "task", "lesson", "visit", "appointment");
    know(
        Stage.Kind.SUPPORT,
        "support",
        "ticket",
        "help",
        "faq",
        "complaint",
        "call",
        "chat",
        "refund",
        "return");
    know(Stage.Kind.RETENTION_RENEWAL, "renew", "renewal", "renewed", "subscription", "upgrade");
    know(Stage.Kind.LOYALTY, "loyalty", "reward", "rewards", "points");
    know(Stage.Kind.ADVOCACY, "share", "shared", "refer", "referral", "recommend", "invite");
    know(Stage.Kind.EXIT, "cancel", "cancelled", "cancellation", "churn", "unsubscribe", "lost");
  }

  private StageWords() {}

  private static void know(Stage.Kind kind, String... words) {
    for (String word : words) {
      KIND_OF.put(word, kind);
    }
  }

  /// The kind of stage of which the touchpoints speak, when those of one kind have at least half of
  /// the customers; empty otherwise.
  ///
  /// @param names event names
  /// @param customers customers at each
  static Optional<Stage.Kind> kind(List<String> names, List<Long> customers) {
    Map<Stage.Kind, Long> votes = new EnumMap<>(Stage.Kind.class);
    long all = 0;
    for (int i = 0; i < names.size(); i++) {
      long voters = customers.get(i);
      all += voters;
      kind(names.get(i)).ifPresent(k -> votes.merge(k, voters, Long::sum));
    }
    long half = all;
    return votes.entrySet().stream()
        .filter(e -> 2 * e.getValue() >= half && e.getValue() > 0)
        .max(
            Map.Entry.<Stage.Kind, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private static Optional<Stage.Kind> kind(String name) {
    for (String word : plain(name).toLowerCase(Locale.ROOT).split(" ", -1)) {
      Stage.Kind kind = KIND_OF.get(word.replaceAll("\\d+$", ""));
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// What a kind of stage is called.
  static String called(Stage.Kind kind) {
    if (kind == Stage.Kind.RETENTION_RENEWAL) {
      return "Renewal";
    }
    return said(kind.name().toLowerCase(Locale.ROOT));
  }

  /// An event name as people say it: `payment_done` is "Payment done".
  static String said(String name) {
    String plain = plain(name);
    if (plain.isEmpty()) {
      return name;
    }
    boolean shouting = plain.equals(plain.toUpperCase(Locale.ROOT)) && plain.contains(" ");
    String calm = shouting ? plain.toLowerCase(Locale.ROOT) : plain;
    int first = calm.offsetByCodePoints(0, 1);
    return calm.substring(0, first).toUpperCase(Locale.ROOT) + calm.substring(first);
  }

  private static String plain(String name) {
    return name.replaceAll("[_]+", " ")
        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
        .strip()
        .replaceAll(" +", " ");
  }
}
