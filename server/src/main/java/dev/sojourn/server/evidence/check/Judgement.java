package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a measured number into a verdict and a sentence, as `docs/concepts/semantics-claims.md`
/// defines it. Immutable.
final class Judgement {

  /// The fewest units from which a share or a median is judged.
  static final long LEAST_UNITS = 30;

  private final DataSpan span;
  private final MapGround ground;

  Judgement(MapGround ground, Journeys journeys) {
    this.ground = ground;
    this.span = DataSpan.of(journeys);
  }

  /// The result of a claim that no event can show.
  CheckResult notMeasurable(Claim claim, String why) {
    return result(claim, Verdict.NOT_MEASURABLE, 0, null, null, why);
  }

  /// The result of a claim for which a number was read.
  CheckResult judge(Claim claim, Measured measured) {
    Optional<Expected> expected = Expected.of(claim);
    return switch (measured) {
      case Measured.Count count -> volume(claim, count.n(), expected);
      case Measured.Share share -> interval(claim, share.n(), Interval.of(share), expected);
      case Measured.Median median -> interval(claim, median.n(), Interval.of(median), expected);
      case Measured.Mean mean -> interval(claim, mean.n(), Interval.of(mean), expected);
      case Measured.Excess excess -> excess(claim, excess);
    };
  }

  /// Without a bound the claim is that more leave here. That not more do confirms nothing and
  /// denies nothing: what hurts need not make anybody leave.
  private CheckResult excess(Claim claim, Measured.Excess excess) {
    if (excess.n() < LEAST_UNITS || claim.expectation() != null) {
      return interval(claim, excess.n(), Interval.of(excess), Expected.of(claim));
    }
    String shares =
        Words.percent(excess.here().value().orElse(0))
            + " of customers leave here, "
            + Words.percent(excess.elsewhere().value().orElse(0))
            + " elsewhere in '"
            + (claim.other() == null ? "" : ground.name(claim.other()))
            + "' (n "
            + Words.count(excess.n())
            + ")";
    boolean more = excess.low() > 0;
    return result(
        claim,
        more ? Verdict.CONFIRMED : Verdict.INCONCLUSIVE,
        excess.n(),
        Interval.of(excess),
        null,
        more
            ? shares + "."
            : shares + "; leaving does not show this pain. Say what else it costs to check that.");
  }

  /// A number with its interval; all zero where there is none.
  private record Interval(double value, double low, double high) {
    static Interval of(Measured.Share share) {
      return new Interval(
          share.rate().value().orElse(0),
          share.rate().low().orElse(0),
          share.rate().high().orElse(0));
    }

    static Interval of(Measured.Excess excess) {
      return new Interval(excess.value(), excess.low(), excess.high());
    }

    static Interval of(Measured.Mean mean) {
      return new Interval(mean.mean(), mean.low(), mean.high());
    }

    static Interval of(Measured.Median median) {
      return new Interval(median.seconds(), median.low(), median.high());
    }
  }

  private CheckResult volume(Claim claim, long contacts, Optional<Expected> expected) {
    Interval all = new Interval(contacts, contacts, contacts);
    String seen = "Events show " + Words.count(contacts) + " contacts";
    if (expected.isEmpty()) {
      return result(claim, Verdict.NOT_RUN, contacts, all, null, seen + unsaid());
    }
    boolean inside = contacts >= expected.get().atLeast() && contacts <= expected.get().atMost();
    return result(
        claim,
        inside ? Verdict.CONFIRMED : Verdict.CONTRADICTED,
        contacts,
        all,
        null,
        seen + (inside ? ", as expected: " : ", not ") + expected.get().words() + ".");
  }

  private CheckResult interval(Claim claim, long n, Interval found, Optional<Expected> expected) {
    String about = about(claim);
    if (n == 0) {
      return result(
          claim,
          Verdict.NOT_ENOUGH_DATA,
          0,
          null,
          LEAST_UNITS,
          "Not enough yet: 0 of " + LEAST_UNITS + " " + units(claim) + " " + about + ".");
    }
    String number = number(claim, found) + " (n " + Words.count(n) + ")";
    if (n < LEAST_UNITS) {
      return result(
          claim,
          Verdict.NOT_ENOUGH_DATA,
          n,
          found,
          LEAST_UNITS,
          "Not enough yet: "
              + n
              + " of "
              + LEAST_UNITS
              + " "
              + units(claim)
              + " "
              + about
              + "; so far "
              + number(claim, found)
              + ".");
    }
    if (expected.isEmpty()) {
      return result(claim, Verdict.NOT_RUN, n, found, null, shows(claim) + number + unsaid());
    }
    Expected bounds = expected.get();
    if (found.low() >= bounds.atLeast() && found.high() <= bounds.atMost()) {
      return result(
          claim,
          Verdict.CONFIRMED,
          n,
          found,
          null,
          shows(claim) + number + ", as expected: " + bounds.words() + ".");
    }
    if (found.high() < bounds.atLeast() || found.low() > bounds.atMost()) {
      return result(
          claim,
          Verdict.CONTRADICTED,
          n,
          found,
          null,
          shows(claim) + number + ", not " + bounds.words() + ".");
    }
    return result(
        claim,
        Verdict.INCONCLUSIVE,
        n,
        found,
        null,
        shows(claim)
            + number
            + ", between "
            + plain(claim, found.low())
            + " and "
            + plain(claim, found.high())
            + "; that does not settle whether it is "
            + bounds.words()
            + ".");
  }

  private static String unsaid() {
    return "; the claim does not say what to expect. Give it a number.";
  }

  private static String shows(Claim claim) {
    return claim.claimType() == Claim.Type.SENTIMENT ? "Answers show " : "Events show ";
  }

  private static String number(Claim claim, Interval found) {
    if (claim.isExcess()) {
      return Words.points(Math.abs(found.value()))
          + (found.value() < 0 ? " fewer" : " more")
          + " leave here than elsewhere";
    }
    return claim.claimType() == Claim.Type.DURATION
        ? "a median of " + Words.duration(found.value())
        : Words.of(claim.claimType(), found.value());
  }

  private static String plain(Claim claim, double value) {
    return Expected.said(value, claim);
  }

  private static String units(Claim claim) {
    return claim.claimType() == Claim.Type.CHANNEL_SHARE ? "contacts" : "customers";
  }

  private String about(Claim claim) {
    String element = "'" + ground.name(claim.element()) + "'";
    String other = claim.other() == null ? "" : "'" + ground.name(claim.other()) + "'";
    return switch (claim.claimType()) {
      case OCCURS -> claim.other() == null ? "in the data" : "in " + other;
      case ORDER -> "with both " + element + " and " + other;
      case CHANNEL_SHARE -> "at " + element;
      case DURATION ->
          claim.other() == null
              ? "with two timed contacts at " + element
              : "who go from " + element + " to " + other;
      case SENTIMENT -> "who said how " + element + " was";
      case DROP_OFF ->
          "at " + element + (claim.other() == null ? "" : " and elsewhere in " + other);
      case VOLUME, REPEAT_CONTACT, METRIC_THRESHOLD, ROLE_PRESENT -> "at " + element;
    };
  }

  private CheckResult result(
      Claim claim,
      Verdict verdict,
      long n,
      @Nullable Interval found,
      @Nullable Long needed,
      String sentence) {
    boolean run = verdict != Verdict.NOT_MEASURABLE;
    return new CheckResult(
        claim.id(),
        verdict,
        n,
        needed,
        found == null ? null : found.value(),
        found == null ? null : found.low(),
        found == null ? null : found.high(),
        run ? span.from() : null,
        run ? span.to() : null,
        sentence,
        run ? span.fingerprint() : null);
  }
}
