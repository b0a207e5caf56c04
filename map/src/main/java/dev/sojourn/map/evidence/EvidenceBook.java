package dev.sojourn.map.evidence;

import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The support of every element of one map at one instant. Immutable.
public final class EvidenceBook {

  private final JourneyMap map;
  private final LocalDate staleBefore;
  private final Map<UUID, List<Claim>> claims = new HashMap<>();
  private final Map<UUID, CheckResult> checks = new HashMap<>();
  private final Map<UUID, List<Evidence>> evidence = new HashMap<>();
  private final Map<UUID, Touchpoint> touchpoints = new HashMap<>();
  private final Map<UUID, EmotionPoint> emotions = new HashMap<>();

  private EvidenceBook(JourneyMap map, Instant asOf) {
    this.map = map;
    staleBefore = day(asOf).minusMonths(map.reviewEveryMonths());
    map.claims().forEach(c -> claims.computeIfAbsent(c.element(), e -> new ArrayList<>()).add(c));
    map.checks().forEach(c -> checks.put(c.claim(), c));
    map.evidence()
        .forEach(e -> evidence.computeIfAbsent(e.element(), i -> new ArrayList<>()).add(e));
    map.touchpoints().forEach(t -> touchpoints.put(t.id(), t));
    map.emotions().forEach(e -> emotions.put(e.id(), e));
  }

  /// Opens the book.
  ///
  /// @param asOf now, against which evidence ages
  public static EvidenceBook of(JourneyMap map, Instant asOf) {
    return new EvidenceBook(map, asOf);
  }

  /// What an element rests on.
  public Support of(UUID element) {
    @Nullable Claim claim =
        claims.getOrDefault(element, List.of()).stream()
            .filter(c -> rank(c) < UNDECIDED)
            .min(Comparator.comparingInt(this::rank))
            .orElse(null);
    return judge(element, claim);
  }

  /// What a claim rests on. A claim that was not checked is not seen, even where its element is.
  public Support of(Claim claim) {
    if (rank(claim) < UNDECIDED) {
      return judge(claim.element(), claim);
    }
    Support support = judge(claim.element(), null);
    boolean seen = support.level() == EvidenceLevel.OBSERVED && isCounted(claim.element());
    return seen ? new Support(EvidenceLevel.ASSUMED, null, null, null) : support;
  }

  /// How many claims there are at each level.
  public Map<EvidenceLevel, Integer> counts() {
    Map<EvidenceLevel, Integer> counts = new HashMap<>();
    map.claims().forEach(c -> counts.merge(of(c).level(), 1, Integer::sum));
    return counts;
  }

  /// The end of the newest data that a check or the snapshot of reality saw, or the day when
  /// something was said, whichever is later; empty when none says. What a workshop thought is no
  /// evidence.
  public Optional<Instant> newest() {
    Stream<@Nullable Instant> seen =
        Stream.concat(
            map.checks().stream().map(CheckResult::to),
            Stream.ofNullable(map.reality()).map(Reality::to));
    Stream<@Nullable Instant> said =
        map.evidence().stream()
            .filter(e -> e.kind() != Evidence.Kind.WORKSHOP_OPINION)
            .map(e ->
                e.collectedOn() == null
                    ? null
                    : e.collectedOn().atStartOfDay(ZoneOffset.UTC).toInstant());
    return Stream.concat(seen, said).filter(Objects::nonNull).max(Comparator.naturalOrder());
  }

  private Support judge(UUID element, @Nullable Claim claim) {
    List<Evidence> supporting =
        evidence.getOrDefault(element, List.of()).stream()
            .filter(e -> e.stance() == Evidence.Stance.SUPPORTS)
            .filter(e -> e.kind() != Evidence.Kind.WORKSHOP_OPINION)
            .toList();
    @Nullable Evidence said =
        supporting.stream().filter(e -> !isBehaviour(e)).findFirst().orElse(null);
    boolean behaviour = supporting.stream().anyMatch(e -> isBehaviour(e) && isFresh(e));
    @Nullable CheckResult check = claim == null ? null : checks.get(claim.id());
    return new Support(level(element, check, behaviour, said), claim, check, said);
  }

  private EvidenceLevel level(
      UUID element, @Nullable CheckResult check, boolean behaviour, @Nullable Evidence said) {
    boolean saidNow = (said != null && isFresh(said)) || isSelfReported(element);
    if (check != null) {
      boolean old = isOld(check.to());
      switch (check.verdict()) {
        case CONTRADICTED -> {
          return old ? EvidenceLevel.STALE : EvidenceLevel.CONTRADICTED;
        }
        case CONFIRMED -> {
          if (old) {
            return EvidenceLevel.STALE;
          }
          return saidNow ? EvidenceLevel.CORROBORATED : EvidenceLevel.OBSERVED;
        }
        case INCONCLUSIVE -> {
          return EvidenceLevel.INCONCLUSIVE;
        }
        case NOT_ENOUGH_DATA -> {
          return EvidenceLevel.NOT_ENOUGH_DATA;
        }
        case NOT_MEASURABLE, NOT_RUN -> {
          // What customers said may still support it.
        }
      }
    }
    if (behaviour || (check == null && isCounted(element))) {
      if (!behaviour && map.reality() != null && isOld(map.reality().to())) {
        return EvidenceLevel.STALE;
      }
      return saidNow ? EvidenceLevel.CORROBORATED : EvidenceLevel.OBSERVED;
    } else if (saidNow) {
      return EvidenceLevel.REPORTED;
    } else if (said != null) {
      return EvidenceLevel.STALE;
    }
    Touchpoint touchpoint = touchpoints.get(element);
    return touchpoint != null && touchpoint.observability() == Touchpoint.Observability.NONE
        ? EvidenceLevel.NOT_MEASURABLE
        : EvidenceLevel.ASSUMED;
  }

  private static final int UNDECIDED = 4;

  /// The worst news decides for an element.
  private int rank(Claim claim) {
    CheckResult check = checks.get(claim.id());
    Verdict verdict = check == null ? Verdict.NOT_RUN : check.verdict();
    return switch (verdict) {
      case CONTRADICTED -> 0;
      case INCONCLUSIVE -> 1;
      case NOT_ENOUGH_DATA -> 2;
      case CONFIRMED -> 3;
      case NOT_MEASURABLE, NOT_RUN -> UNDECIDED;
    };
  }

  /// Whether the snapshot of reality has customers at a touchpoint: what was counted was seen.
  private boolean isCounted(UUID element) {
    return map.reality() != null
        && map.reality().touchpoint(element).map(t -> t.customers() > 0).orElse(false);
  }

  private boolean isOld(@Nullable Instant dataEnd) {
    return dataEnd != null && day(dataEnd).isBefore(staleBefore);
  }

  private boolean isSelfReported(UUID element) {
    EmotionPoint point = emotions.get(element);
    return point != null && point.source() == EmotionPoint.Source.SELF_REPORTED;
  }

  private boolean isFresh(Evidence item) {
    return item.collectedOn() == null || !item.collectedOn().isBefore(staleBefore);
  }

  private static boolean isBehaviour(Evidence item) {
    return switch (item.kind()) {
      case ANALYTICS_EVENTS, CRM, EXPERIMENT, OBSERVATION, USABILITY_TEST -> true;
      case INTERVIEW,
          SURVEY,
          DIARY,
          SUPPORT_TICKET,
          CALL_TRANSCRIPT,
          REVIEW_SOCIAL,
          DOCUMENT,
          WORKSHOP_OPINION,
          OTHER ->
          false;
    };
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
