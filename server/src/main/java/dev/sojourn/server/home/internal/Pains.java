package dev.sojourn.server.home.internal;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.server.home.HomeAnswers.Kind;
import dev.sojourn.server.home.HomeAnswers.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Where it hurts most: stages that customers leave, and claims that events contradict, by the
/// customers that each concerns. Of every stage only the worst is told: three lines about one place
/// would hide the others.
final class Pains {

  private static final int MOST = 3;
  private static final int LONGEST_PAIN = 120;

  private Pains() {}

  static List<Line> of(Collection<MapNow> maps) {
    List<Pain> pains = new ArrayList<>();
    for (MapNow map : maps) {
      dropOff(map).ifPresent(pains::add);
      pains.addAll(contradicted(map));
    }
    pains.sort(
        Comparator.comparing((Pain pain) -> Objects.requireNonNull(pain.line().number()))
            .reversed());
    Set<String> told = new HashSet<>();
    return pains.stream()
        .filter(pain -> told.add(pain.line().title() + pain.line().number()))
        .filter(pain -> told.add(pain.place()))
        .map(Pain::line)
        .limit(MOST)
        .toList();
  }

  /// @param place the stage of a map, or the element where it is in none
  private record Pain(String place, Line line) {
    Pain(MapNow now, UUID element, Line line) {
      this(now.place().id() + "/" + stageOf(now.laidOver(), element).orElse(element), line);
    }
  }

  /// The stage in which an element stands first.
  private static Optional<UUID> stageOf(JourneyMap map, UUID element) {
    if (map.stage(element).isPresent()) {
      return Optional.of(element);
    }
    UUID step =
        Stream.concat(
                map.emotions().stream()
                    .filter(point -> point.id().equals(element))
                    .map(EmotionPoint::step),
                map.cards().stream()
                    .filter(card -> card.id().equals(element) || element.equals(card.touchpoint()))
                    .map(Card::fromStep))
            .findFirst()
            .orElse(element);
    return map.steps().stream().filter(s -> s.id().equals(step)).map(Step::stage).findFirst();
  }

  /// The stage of a map that most customers leave for good, the last one aside: leaving there is
  /// what the map is for.
  private static Optional<Pain> dropOff(MapNow now) {
    JourneyMap map = now.laidOver();
    Reality reality = map.reality();
    if (reality == null) {
      return Optional.empty();
    }
    Stage worst = null;
    long most = 0;
    for (Stage stage : map.stages().subList(0, map.stages().size() - 1)) {
      long lost = lost(reality, stage.id());
      if (lost > most) {
        worst = stage;
        most = lost;
      }
    }
    if (worst == null) {
      return Optional.empty();
    }
    UUID stage = worst.id();
    long came = reality.stage(stage).map(Reality.StageCount::customers).orElse(0L);
    String detail =
        "They come to no later stage."
            + pain(map, stage).map(pain -> " A pain drawn there: “" + pain + "”.").orElse("");
    Line line =
        new Line(
            Kind.DROP_OFF,
            "Customers leave at “" + Changes.unquoted(worst.name()) + "”",
            detail,
            EvidenceLevel.OBSERVED,
            now.place(),
            stage,
            null,
            most,
            came,
            reality.computedAt());
    return Optional.of(new Pain(now, stage, line));
  }

  private static long lost(Reality reality, UUID stage) {
    return reality.flows().stream()
        .filter(flow -> stage.equals(flow.from()) && flow.to() == null)
        .mapToLong(Reality.Flow::customers)
        .sum();
  }

  /// A pain point that people have drawn in a stage.
  private static Optional<String> pain(JourneyMap map, UUID stage) {
    Set<UUID> lanes = new HashSet<>();
    map.lanes().stream()
        .filter(l -> l.role() == Lane.Role.PAIN || l.role() == Lane.Role.FAIL_POINT)
        .forEach(l -> lanes.add(l.id()));
    Set<UUID> steps = new HashSet<>();
    map.stepsOf(stage).forEach(step -> steps.add(step.id()));
    return map.cards().stream()
        .filter(card -> lanes.contains(card.lane()) && steps.contains(card.fromStep()))
        .map(Card::body)
        .filter(body -> !body.isBlank() && body.length() <= LONGEST_PAIN)
        .map(Changes::unquoted)
        .findFirst();
  }

  /// What people wrote and events deny, and feelings that are worse than drawn. That a touchpoint
  /// is drawn and nobody comes to it hurts nobody.
  private static List<Pain> contradicted(MapNow now) {
    JourneyMap map = now.laidOver();
    Map<UUID, CheckResult> results = new HashMap<>();
    map.checks().forEach(result -> results.put(result.claim(), result));
    Set<UUID> written = new HashSet<>();
    now.stored().map().claims().forEach(claim -> written.add(claim.id()));
    List<Pain> pains = new ArrayList<>();
    for (Claim claim : map.claims()) {
      CheckResult result = results.get(claim.id());
      if (result != null
          && result.verdict() == Verdict.CONTRADICTED
          && (claim.claimType() == Claim.Type.SENTIMENT
              ? isBelow(claim, result)
              : written.contains(claim.id()))) {
        pains.add(new Pain(now, claim.element(), line(now, claim, result)));
      }
    }
    return pains;
  }

  private static Line line(MapNow now, Claim claim, CheckResult result) {
    Reality reality = now.laidOver().reality();
    return new Line(
        Kind.CONTRADICTED,
        "“" + Changes.unquoted(claim.statement()) + "”",
        result.sentence(),
        EvidenceLevel.CONTRADICTED,
        now.place(),
        claim.element(),
        null,
        concerned(claim, result),
        result.n(),
        reality == null ? null : reality.computedAt());
  }

  private static boolean isBelow(Claim claim, CheckResult result) {
    Double observed = result.observed();
    Claim.Expectation expected = claim.expectation();
    return observed != null
        && expected != null
        && expected.atLeast() != null
        && observed < expected.atLeast();
  }

  /// The customers with whom it is not as the claim says: for a share those on the other side of
  /// it, for a median and a mean the half that is certain.
  private static long concerned(Claim claim, CheckResult result) {
    Double observed = result.observed();
    if (!isShare(claim, result) || observed == null) {
      return (result.n() + 1) / 2;
    }
    boolean tooMany = claim.expectation() != null && claim.expectation().atLeast() == null;
    return Math.round(result.n() * (tooMany ? observed : 1 - observed));
  }

  private static boolean isShare(Claim claim, CheckResult result) {
    Double observed = result.observed();
    return observed != null
        && observed >= 0
        && observed <= 1
        && switch (claim.claimType()) {
          case DROP_OFF -> !claim.isExcess();
          case OCCURS, ORDER, CHANNEL_SHARE, REPEAT_CONTACT, ROLE_PRESENT -> true;
          case DURATION, VOLUME, SENTIMENT, METRIC_THRESHOLD -> false;
        };
  }
}
