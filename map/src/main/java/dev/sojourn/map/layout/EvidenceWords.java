package dev.sojourn.map.layout;

import dev.sojourn.map.evidence.Support;
import dev.sojourn.map.layout.Scene.Span;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words beside an evidence mark: value, then n in grey.
final class EvidenceWords {

  private static final double SIZE = 12;

  private final Instant asOf;

  EvidenceWords(Instant asOf) {
    this.asOf = asOf;
  }

  /// The words for what an element rests on.
  List<Span> of(Support support) {
    CheckResult check = support.check();
    return switch (support.level()) {
      case ASSUMED -> plain("assumed");
      case NOT_MEASURABLE -> plain("no event can show this");
      case REPORTED -> plain(said(support.said()));
      case OBSERVED -> check == null ? plain("seen") : seen("seen in ", support.claim(), check);
      case CORROBORATED ->
          check == null ? plain("seen and said") : seen("seen and said, ", support.claim(), check);
      case CONTRADICTED -> contradicted(check);
      case INCONCLUSIVE -> withCount("not clear yet", check);
      case NOT_ENOUGH_DATA ->
          plain(
              check == null || check.needed() == null
                  ? "not enough yet"
                  : "not enough yet: "
                      + Numbers.count(check.n())
                      + " of "
                      + Numbers.count(check.needed()));
      case STALE -> plain("last seen " + age(check, support.said()) + " ago");
    };
  }

  private static List<Span> plain(String words) {
    return List.of(new Span(words, Face.SANS, SIZE, Tone.INK_2));
  }

  private static String said(@Nullable Evidence said) {
    if (said == null) {
      return "reported";
    }
    return said.said() == null || said.sampleSize() == null
        ? "said in " + said.title()
        : "said by " + Numbers.count(said.said()) + " of " + Numbers.count(said.sampleSize());
  }

  private static List<Span> seen(String lead, @Nullable Claim claim, CheckResult check) {
    Double observed = check.observed();
    if (observed != null && claim != null && isShare(claim) && observed >= 0 && observed <= 1) {
      return withCount(lead + Numbers.percent(observed, observed > 0 && observed < 1), check);
    }
    return withCount(sentence(check), check);
  }

  private static List<Span> contradicted(@Nullable CheckResult check) {
    List<Span> spans = new ArrayList<>();
    spans.add(
        new Span(
            check == null ? "contradicted" : sentence(check), Face.SANS, SIZE, Tone.ALARM_INK));
    if (check != null && check.n() > 0) {
      spans.add(new Span(" n\u00a0" + Numbers.count(check.n()), Face.SANS, SIZE, Tone.ALARM_INK));
    }
    return spans;
  }

  private static List<Span> withCount(String words, @Nullable CheckResult check) {
    List<Span> spans = new ArrayList<>(plain(words));
    if (check != null && check.n() > 0) {
      spans.add(new Span(" n\u00a0" + Numbers.count(check.n()), Face.SANS, SIZE, Tone.INK_3));
    }
    return spans;
  }

  /// The sentence of a check inside a line that says the count itself.
  private static String sentence(CheckResult check) {
    String text = Typesetter.clean(check.sentence()).replaceFirst(" \\(n [0-9,]+\\)", "");
    String open = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    boolean name = open.length() > 1 && Character.isUpperCase(open.charAt(1));
    return open.isEmpty() || name
        ? open
        : Character.toLowerCase(open.charAt(0)) + open.substring(1);
  }

  private static boolean isShare(Claim claim) {
    return switch (claim.claimType()) {
      case DROP_OFF -> !claim.isExcess();
      case OCCURS, ORDER, CHANNEL_SHARE, REPEAT_CONTACT, ROLE_PRESENT -> true;
      case DURATION, VOLUME, SENTIMENT, METRIC_THRESHOLD -> false;
    };
  }

  private String age(@Nullable CheckResult check, @Nullable Evidence said) {
    LocalDate then =
        check != null && check.to() != null
            ? day(check.to())
            : said == null || said.collectedOn() == null ? day(asOf) : said.collectedOn();
    return between(then);
  }

  /// How long ago a day was.
  String between(LocalDate then) {
    long days = Math.max(0, ChronoUnit.DAYS.between(then, day(asOf)));
    if (days < 60) {
      return days + (days == 1 ? " day" : " days");
    }
    return ChronoUnit.MONTHS.between(then, day(asOf)) + " months";
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
