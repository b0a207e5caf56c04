package dev.sojourn.map.sample;

import static dev.sojourn.map.sample.Sketch.id;

import dev.sojourn.map.model.ChannelKind;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint.Observability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Maps drawn by hand. All numbers are invented.
public final class Samples {

  private Samples() {}

  /// Getting a coffee: every mark of the evidence grammar, with data.
  public static JourneyMap coffee() {
    Sketch s =
        new Sketch("Getting my morning coffee")
            .persona("Maya", "on her way to the first meeting")
            .persona("Tomás", "never without a cortado")
            .stage("Crave", Stage.Kind.NEED_RECOGNITION)
            .step("crave")
            .stage("Choose", Stage.Kind.CONSIDERATION)
            .step("choose")
            .stage("Order", Stage.Kind.PURCHASE)
            .step("order")
            .stage("Wait & collect", Stage.Kind.EXPERIENCE)
            .step("collect")
            .stage("Enjoy & return", Stage.Kind.LOYALTY)
            .step("enjoy")
            .lane(Lane.Role.ACTION, "Doing")
            .card("crave", "Wants a coffee")
            .card("choose", "Reads the app menu")
            .card("order", "Orders on the way")
            .card("collect", "Collects without waiting")
            .card("enjoy", "Returns within a week")
            .claimed(id("card Wants a coffee"), "Customers want a coffee.")
            .checked(id("card Reads the app menu"), Verdict.CONFIRMED, 6927, 0.60, "60 % read it.")
            .checked(id("card Orders on the way"), Verdict.CONFIRMED, 5604, 0.55, "55 % do.")
            .said(id("card Orders on the way"), 120, 212)
            .checked(
                id("card Collects without waiting"),
                Verdict.CONTRADICTED,
                2866,
                0.42,
                "Events show 42 %, not most.")
            .checked(id("card Returns within a week"), Verdict.CONFIRMED, 4935, 0.61, "61 % do.")
            .lane(Lane.Role.TOUCHPOINT, "Touchpoints");
    touch(s, "crave", "Morning nudge", ChannelKind.SMS_PUSH, 0.39, 8412);
    reported(s, "crave", "Window sign", ChannelKind.STORE, 46);
    s.touchpoint("crave", "Smell on the street", ChannelKind.OTHER, Observability.NONE);
    touch(s, "choose", "Menu in the app", ChannelKind.APP_PRODUCT, 0.60, 6927);
    s.touchpoint("choose", "Menu board", ChannelKind.STORE, Observability.UNKNOWN);
    s.touchpoint("choose", "Store finder", ChannelKind.WEBSITE, Observability.EVENTS)
        .checked(
            id("touchpoint Store finder"), Verdict.NOT_ENOUGH_DATA, 34, null, "34 of 96 are in.");
    touch(s, "order", "Order ahead", ChannelKind.APP_PRODUCT, 0.55, 5604);
    s.said(id("touchpoint Order ahead"), 88, 212);
    touch(s, "order", "Till at the counter", ChannelKind.PAYMENT, 0.45, 5604);
    touch(s, "collect", "Ready message", ChannelKind.SMS_PUSH, 0.49, 5218);
    touch(s, "collect", "Pick-up shelf", ChannelKind.PACKAGING_MANUAL, 0.55, 5218);
    touch(s, "collect", "Name called", ChannelKind.STORE, 0.45, 5218);
    touch(s, "enjoy", "Rating request", ChannelKind.REVIEW_SITE, 0.13, 4935);
    reported(s, "enjoy", "Cup and lid", ChannelKind.PACKAGING_MANUAL, 31);
    s.touchpoint("enjoy", "Paper stamp card", ChannelKind.PRINT_LETTER, Observability.EVENTS)
        .checked(
            id("touchpoint Paper stamp card"),
            Verdict.CONFIRMED,
            880,
            0.2,
            "20 % use it.",
            Instant.parse("2025-09-10T00:00:00Z"));
    s.lane(Lane.Role.THOUGHT, "Thinking")
        .card("crave", "Ten quiet minutes before the day is everyone else’s.")
        .said(id("card Ten quiet minutes before the day is everyone else’s."), 38, 212)
        .card("choose", "The usual, or is this a cortado day?")
        .card("order", "If I tap now, it is ready when I walk in.")
        .said(id("card If I tap now, it is ready when I walk in."), 71, 212)
        .card("collect", "It said ready. Why am I still standing here?")
        .said(id("card It said ready. Why am I still standing here?"), 58, 212)
        .card("enjoy", "First sip, and I am a person again.")
        .said(id("card First sip, and I am a person again."), 44, 212)
        .lane(Lane.Role.EMOTION_CURVE, "Feeling")
        .emotion("crave", 0.6)
        .emotion("choose", 0.8)
        .emotion("order", 0.3)
        .emotion("collect", 0.5)
        .emotion("enjoy", 1.4)
        .checked(id("emotion collect"), Verdict.CONTRADICTED, 418, -0.9, "Customers feel worse.")
        .lane(Lane.Role.PAIN, "Pain points")
        .card("crave", "Nudge comes too late")
        .card("choose", "choose", "Sold out shows too late", "$ 980 ± 130 a month")
        .checked(
            id("card Sold out shows too late"),
            Verdict.CONFIRMED,
            214,
            null,
            "214 leave after one.")
        .card("order", "order", "Sign-in breaks orders", "$ 1,900 ± 800 a month")
        .checked(
            id("card Sign-in breaks orders"),
            Verdict.CONFIRMED,
            512,
            null,
            "512 signed out mid-order.")
        .card("collect", "collect", "Ready is not ready", "$ 9,800 ± 1,800 a month")
        .checked(
            id("card Ready is not ready"), Verdict.CONFIRMED, 1662, null, "1,662 wait over 2 min.")
        .said(id("card Ready is not ready"), 58, 212)
        .card("enjoy", "Lid leaks on the walk")
        .said(id("card Lid leaks on the walk"), 31, 212)
        .lane(Lane.Role.IDEA, "Ideas")
        .card("choose", "choose", "Hide what is sold out", "Ines · due 4 Dec")
        .card("order", "order", "Stay signed in for a year", "Ben · in test until 2 Dec")
        .card("collect", "collect", "Say the shelf time", "Anna · due 11 Dec")
        .card("enjoy", "enjoy", "One tap to reorder", "no owner yet");
    return s.reality(coffeeReality()).map();
  }

  private static Reality coffeeReality() {
    List<String> names = List.of("Crave", "Choose", "Order", "Wait & collect", "Enjoy & return");
    long[] customers = {8412, 6927, 5604, 5218, 4935};
    Double[] seconds = {null, 240.0, 120.0, 240.0, 180.0};
    List<Reality.StageCount> stages = new ArrayList<>();
    List<Reality.Flow> flows = new ArrayList<>();
    flows.add(flow(null, "Crave", 8412));
    for (int i = 0; i < names.size(); i++) {
      stages.add(new Reality.StageCount(id("stage " + names.get(i)), customers[i], seconds[i]));
      if (i > 0) {
        flows.add(flow(names.get(i - 1), names.get(i), customers[i]));
        flows.add(flow(names.get(i - 1), null, customers[i - 1] - customers[i]));
      }
    }
    flows.add(flow("Enjoy & return", null, 4935));
    return new Reality(
        Instant.parse("2026-08-15T00:00:00Z"),
        Sketch.DATA_END,
        Instant.parse("2026-11-13T08:00:00Z"),
        8412,
        stages,
        coffeeTouchpoints(),
        flows,
        List.of(
            new Reality.Return(id("stage Enjoy & return"), id("stage Order"), 1867),
            new Reality.Return(id("stage Enjoy & return"), id("stage Crave"), 1145)),
        List.of(new Reality.UndrawnPath(id("stage Order"), id("stage Order"), "app", "till", 743)),
        List.of(
            new Reality.Feeling(id("step crave"), 18, 96L, null, null, null),
            new Reality.Feeling(id("step choose"), 164, null, 0.4, 0.1, 0.7),
            new Reality.Feeling(id("step order"), 391, null, 0.8, 0.6, 1.0),
            new Reality.Feeling(id("step collect"), 418, null, -0.9, -1.1, -0.7),
            new Reality.Feeling(id("step enjoy"), 641, null, 1.2, 1.1, 1.3)),
        4879L,
        0.81,
        0.92,
        List.of("orders.csv", "app-events.parquet"),
        true,
        "sha256:0f");
  }

  private static List<Reality.TouchpointCount> coffeeTouchpoints() {
    return List.of(
        count("Morning nudge", 3281, 8412),
        count("Menu in the app", 4156, 6927),
        count("Order ahead", 3082, 5604),
        count("Till at the counter", 2522, 5604),
        count("Ready message", 2557, 5218),
        count("Pick-up shelf", 2866, 5218),
        count("Name called", 2352, 5218),
        count("Rating request", 641, 4935));
  }

  private static Reality.TouchpointCount count(String name, long customers, long of) {
    return new Reality.TouchpointCount(id("touchpoint " + name), customers, of);
  }

  private static Reality.Flow flow(@Nullable String from, @Nullable String to, long customers) {
    return new Reality.Flow(
        from == null ? null : id("stage " + from),
        to == null ? null : id("stage " + to),
        customers);
  }

  private static void touch(
      Sketch s, String step, String name, ChannelKind channel, double share, long n) {
    s.touchpoint(step, name, channel, Observability.EVENTS)
        .checked(
            id("touchpoint " + name),
            Verdict.CONFIRMED,
            n,
            share,
            "It is seen in " + Math.round(share * 100) + " %.");
  }

  private static void reported(Sketch s, String step, String name, ChannelKind channel, long said) {
    s.touchpoint(step, name, channel, Observability.FEEDBACK_ONLY)
        .said(id("touchpoint " + name), said, 212);
  }

  /// A small web shop: optional, repeatable, any order, alternatives, a loop; customers who skip,
  /// start late and go back.
  public static JourneyMap shop() {
    Sketch s =
        new Sketch("I buy shoes online")
            .persona("Anna", "compares before she buys")
            .stage("Look", Stage.Kind.AWARENESS)
            .step("looks around", false, true, Step.OrderGroup.SEQUENCE)
            .stage("Choose", Stage.Kind.CONSIDERATION)
            .step("compares", true, false, Step.OrderGroup.ANY_ORDER)
            .step("reads reviews", false, false, Step.OrderGroup.ANY_ORDER)
            .step("fills the cart")
            .stage("Pay", Stage.Kind.PURCHASE)
            .step("pays by card", false, false, Step.OrderGroup.ALTERNATIVE)
            .step("pays by invoice", false, false, Step.OrderGroup.ALTERNATIVE)
            .link("fills the cart", "looks around", StepLink.Kind.LOOP_BACK)
            .lane(Lane.Role.TOUCHPOINT, "Touchpoints")
            .touchpoint("looks around", "catalog", ChannelKind.WEBSITE, Observability.EVENTS)
            .touchpoint("looks around", "TV spot", ChannelKind.TV_RADIO_OUTDOOR, Observability.NONE)
            .touchpoint("compares", "compare", ChannelKind.WEBSITE, Observability.EVENTS)
            .touchpoint("reads reviews", "reviews", ChannelKind.REVIEW_SITE, Observability.EVENTS)
            .touchpoint("fills the cart", "cart", ChannelKind.WEBSITE, Observability.EVENTS)
            .touchpoint("pays by card", "card", ChannelKind.PAYMENT, Observability.EVENTS)
            .touchpoint("pays by invoice", "invoice", ChannelKind.PAYMENT, Observability.EVENTS)
            .lane(Lane.Role.PAIN, "Pain points")
            .card("fills the cart", "Delivery cost is hidden until the end");
    return s.reality(
            new Reality(
                null,
                Sketch.DATA_END,
                Sketch.DATA_END,
                3751,
                List.of(
                    new Reality.StageCount(id("stage Look"), 3611, null),
                    new Reality.StageCount(id("stage Choose"), 1924, 310.0),
                    new Reality.StageCount(id("stage Pay"), 653, 95.0)),
                List.of(
                    count("catalog", 3611, 3611),
                    count("cart", 1924, 1924),
                    count("card", 401, 653),
                    count("invoice", 252, 653)),
                List.of(
                    flow(null, "Look", 3500),
                    flow(null, "Choose", 251),
                    flow("Look", "Choose", 1673),
                    flow("Look", "Pay", 12),
                    flow("Look", null, 1926),
                    flow("Choose", "Pay", 641),
                    flow("Choose", "Look", 111),
                    flow("Choose", null, 1172),
                    flow("Pay", null, 653)),
                List.of(new Reality.Return(id("stage Choose"), id("stage Look"), 820)),
                List.of(
                    new Reality.UndrawnPath(
                        id("stage Look"), id("stage Pay"), "catalog", "invoice", 12)),
                List.of(),
                2100L,
                0.77,
                0.9,
                List.of("simple_shop.csv"),
                false,
                "sha256:aa"))
        .map();
  }

  /// A drawing that no data was laid over.
  public static JourneyMap noData() {
    return new Sketch("I move house")
        .stage("Decide", Stage.Kind.NEED_RECOGNITION)
        .step("talks it over")
        .stage("Pack", Stage.Kind.EXPERIENCE)
        .step("finds boxes")
        .step("sorts")
        .lane(Lane.Role.ACTION, "Doing")
        .card("talks it over", "Talks it over")
        .card("finds boxes", "sorts", "Packs for three weeks", null)
        .lane(Lane.Role.TOUCHPOINT, "Touchpoints")
        .touchpoint("finds boxes", "Box shop", ChannelKind.STORE, Observability.UNKNOWN)
        .lane(Lane.Role.EMOTION_CURVE, "Feeling")
        .emotion("talks it over", 3)
        .emotion("sorts", -4)
        .map();
  }

  /// A feeling of all, and of two personas who differ.
  public static JourneyMap feelings() {
    return new Sketch("I wait")
        .persona("Ada", "in a hurry")
        .persona("Bo", "has time")
        .stage("Come", Stage.Kind.CUSTOM)
        .step("come")
        .stage("Wait", Stage.Kind.CUSTOM)
        .step("wait")
        .stage("Go", Stage.Kind.CUSTOM)
        .step("go")
        .lane(Lane.Role.EMOTION_CURVE, "Feeling")
        .emotion("come", 2)
        .emotion("wait", 1)
        .emotion("go", 2)
        .emotion("wait", -3, "Ada")
        .emotion("wait", 4, "Bo")
        .emotion("go", 3, "Bo")
        .map();
  }

  /// Six stages with so many touchpoints.
  public static JourneyMap crowded(int touchpoints) {
    Sketch s = new Sketch("I meet everything");
    for (int i = 0; i < 6; i++) {
      s.stage("Stage " + i, Stage.Kind.CUSTOM).step("step " + i);
    }
    s.lane(Lane.Role.TOUCHPOINT, "Touchpoints");
    for (int i = 0; i < touchpoints; i++) {
      s.touchpoint(
          "step " + i % 6, "Touchpoint " + i, ChannelKind.values()[i % 25], Observability.EVENTS);
    }
    return s.map();
  }

  /// Everything at once: twenty stages, sixty touchpoints, names that do not fit, scripts that run
  /// the other way, signs that XML and fonts dislike.
  public static JourneyMap monster() {
    List<String> names =
        List.of(
            "Awareness",
            "استكشاف المنتجات المتاحة",
            "比較検討する段階では何が起きるか",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenständer",
            "🧑‍🚀 go 🚀🚀🚀",
            "<script>alert(\"x\") & more</script>",
            "Tab\tand\u0001control\nbreak",
            "חווית הלקוח");
    Sketch s =
        new Sketch(
            "Everything everywhere <all> & at once, said in a title that goes on and"
                + " on until no line of any paper could hold it, and then a little further still");
    for (int i = 0; i < 20; i++) {
      s.stage(names.get(i % names.size()) + (i < names.size() ? "" : " " + i), Stage.Kind.CUSTOM);
      s.step("step " + i + "a");
      s.step("step " + i + "b");
    }
    s.lane(Lane.Role.ACTION, "Doing what customers do, in a lane with a name too long for it");
    for (int i = 0; i < 20; i++) {
      s.card(
          "step " + i + "a", names.get((i + 3) % names.size()) + " " + "very long text ".repeat(i));
    }
    s.card("step 0b", "step 5a", "Over several stages at once", "a note");
    s.lane(Lane.Role.TOUCHPOINT, "Touchpoints");
    ChannelKind[] channels = ChannelKind.values();
    for (int i = 0; i < 60; i++) {
      s.touchpoint(
          "step " + (i % 20) + (i % 3 == 0 ? "a" : "b"),
          names.get(i % names.size()) + " " + i,
          i % 7 == 0 ? null : channels[i % channels.length],
          Observability.values()[i % 4]);
    }
    s.lane(Lane.Role.THOUGHT, "Thinking").card("step 3a", "Why? ".repeat(60));
    s.lane(Lane.Role.EMOTION_CURVE, "Feeling");
    for (int i = 0; i < 20; i += 2) {
      s.emotion("step " + i + "a", i % 4 == 0 ? 5 : -5);
    }
    return s.map();
  }
}
