package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.result.Rate;
import dev.sojourn.map.evidence.EvidenceBook;
import dev.sojourn.map.evidence.Support;
import dev.sojourn.map.layout.MarkWords;
import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.CheckResult.Verdict;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.EvidenceLevel;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.server.atlas.MapEvidence;
import dev.sojourn.server.atlas.MapEvidence.ClaimVerdict;
import dev.sojourn.server.atlas.MapEvidence.Mark;
import dev.sojourn.server.atlas.MapEvidence.Share;
import dev.sojourn.server.atlas.MapEvidence.Sight;
import dev.sojourn.server.evidence.check.StageStays;
import dev.sojourn.server.evidence.check.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says what a check found on a map as it is now.
final class EvidenceWriter {

  private static final int MOST_UNMAPPED = 200;

  private final KeptCheck check;
  private final JourneyMap map;
  private final Instant now;
  private final EvidenceBook book;
  private final @Nullable Reality reality;

  private EvidenceWriter(KeptCheck check, JourneyMap map, Instant now) {
    this.check = check;
    this.map = map;
    this.now = now;
    book = EvidenceBook.of(map, now);
    reality = map.reality();
  }

  /// @param map with the check laid over it
  static MapEvidence write(KeptCheck check, JourneyMap map, Instant now) {
    return new EvidenceWriter(check, map, now).evidence();
  }

  private MapEvidence evidence() {
    return new MapEvidence(
        check.checkedAt(),
        check.revision(),
        reality == null ? null : reality.from(),
        reality == null ? null : reality.to(),
        check.dataThrough(),
        reality != null && reality.synthetic(),
        check.customers(),
        reality == null ? null : reality.fits(),
        reality == null ? null : reality.fitness(),
        reality == null ? null : reality.coverage(),
        sentence(),
        marks(),
        claims(),
        stages(),
        touchpoints(),
        reality == null ? List.of() : reality.flows(),
        reality == null ? List.of() : reality.returns(),
        reality == null ? List.of() : reality.undrawn(),
        reality == null ? List.of() : reality.feelings(),
        check.ground().unmapped().stream()
            .filter(u -> !isBound(u.name()))
            .limit(MOST_UNMAPPED)
            .map(u -> new MapEvidence.Unmapped(u.name(), u.customers(), u.events()))
            .toList(),
        reality == null ? List.of() : reality.sources());
  }

  private boolean isBound(String event) {
    return map.touchpoints().stream()
        .anyMatch(touchpoint ->
            (touchpoint.binding() != null && touchpoint.binding().events().contains(event))
                || (touchpoint.feedback() != null
                    && touchpoint.feedback().events().contains(event)));
  }

  private String sentence() {
    Map<EvidenceLevel, Integer> counts = book.counts();
    int claims = map.claims().size();
    int assumed = counts.getOrDefault(EvidenceLevel.ASSUMED, 0);
    int contradicted = counts.getOrDefault(EvidenceLevel.CONTRADICTED, 0);
    List<String> parts = new ArrayList<>();
    if (reality != null && reality.fits() != null && reality.customers() > 0) {
      parts.add(
          Words.percent((double) reality.fits() / reality.customers())
              + " of "
              + Words.count(reality.customers())
              + (reality.customers() == 1 ? " journey fits" : " journeys fit"));
    }
    if (claims > 0) {
      parts.add(
          assumed
              + " of "
              + claims
              + (claims == 1 ? " claim" : " claims")
              + (assumed == 1 ? " is an assumption" : " are assumptions"));
    }
    if (contradicted > 0) {
      parts.add(contradicted + (contradicted == 1 ? " is" : " are") + " contradicted by events");
    }
    return parts.isEmpty() ? "Nothing on this map is claimed yet." : String.join("; ", parts) + ".";
  }

  private Map<UUID, Mark> marks() {
    Set<UUID> elements = new LinkedHashSet<>();
    map.touchpoints().stream().map(Touchpoint::id).forEach(elements::add);
    map.emotions().stream().map(EmotionPoint::id).forEach(elements::add);
    map.cards().stream().filter(c -> c.touchpoint() == null).map(Card::id).forEach(elements::add);
    map.claims().stream().map(Claim::element).forEach(elements::add);
    map.evidence().stream().map(Evidence::element).forEach(elements::add);
    Map<UUID, Mark> marks = new LinkedHashMap<>();
    elements.forEach(element -> marks.put(element, mark(book.of(element))));
    return marks;
  }

  private Mark mark(Support support) {
    CheckResult result = support.check();
    String word = MarkWords.of(support, now);
    if (result == null) {
      return new Mark(support.level(), word, null, null, null, null, null, null, null, null);
    }
    return new Mark(
        support.level(),
        word,
        result.sentence(),
        result.claim(),
        result.n(),
        result.needed(),
        result.observed(),
        result.low(),
        result.high(),
        result.verdict());
  }

  private List<ClaimVerdict> claims() {
    Map<UUID, CheckResult> results = new HashMap<>();
    map.checks().forEach(result -> results.put(result.claim(), result));
    return map.claims().stream().map(claim -> verdict(claim, results.get(claim.id()))).toList();
  }

  private ClaimVerdict verdict(Claim claim, @Nullable CheckResult result) {
    EvidenceLevel level = book.of(claim).level();
    return new ClaimVerdict(
        claim.id(),
        claim.element(),
        claim.statement(),
        level,
        result == null ? Verdict.NOT_RUN : result.verdict(),
        result == null ? null : result.sentence(),
        result == null ? null : Long.valueOf(result.n()),
        result == null ? null : result.needed(),
        result == null ? null : result.observed(),
        result == null ? null : result.low(),
        result == null ? null : result.high());
  }

  private List<MapEvidence.StageReality> stages() {
    if (reality == null) {
      return List.of();
    }
    List<MapEvidence.StageReality> found = new ArrayList<>();
    for (int i = 0; i < map.stages().size(); i++) {
      UUID stage = map.stages().get(i).id();
      Reality.StageCount count = reality.stage(stage).orElse(null);
      if (count != null) {
        found.add(stage(i, stage, count, reality));
      }
    }
    return found;
  }

  private MapEvidence.StageReality stage(
      int i, UUID stage, Reality.StageCount count, Reality from) {
    boolean last = i == map.stages().size() - 1;
    long lost = flow(from, stage, null);
    Share conversion = null;
    if (i > 0) {
      Stage before = map.stages().get(i - 1);
      long came = flow(from, before.id(), stage);
      conversion =
          from.stage(before.id())
              .filter(b -> came <= b.customers())
              .map(b -> Share.of(new Rate(came, b.customers())))
              .orElse(null);
    }
    StageStays.Stay stay = check.ground().stays().get(stage);
    return new MapEvidence.StageReality(
        stage,
        count.customers(),
        conversion,
        last || lost > count.customers() ? null : Share.of(new Rate(lost, count.customers())),
        lost,
        count.medianSecondsFromPrevious(),
        stay == null || stay.median() == null
            ? null
            : new MapEvidence.Dwell(stay.median(), stay.p90()));
  }

  private static long flow(Reality reality, UUID from, @Nullable UUID to) {
    return reality.flows().stream()
        .filter(f -> from.equals(f.from()) && Objects.equals(to, f.to()))
        .mapToLong(Reality.Flow::customers)
        .sum();
  }

  private List<MapEvidence.TouchpointReality> touchpoints() {
    return map.touchpoints().stream().map(this::touchpoint).toList();
  }

  private MapEvidence.TouchpointReality touchpoint(Touchpoint touchpoint) {
    Reality.TouchpointCount count =
        reality == null ? null : reality.touchpoint(touchpoint.id()).orElse(null);
    Sight sight =
        switch (touchpoint.observability()) {
          case NONE, FEEDBACK_ONLY -> Sight.NOT_OBSERVABLE;
          case EVENTS, UNKNOWN -> {
            if (touchpoint.binding() == null) {
              yield Sight.UNBOUND;
            } else if (count == null) {
              yield Sight.NOT_COUNTED;
            }
            yield count.customers() > 0 ? Sight.SEEN : Sight.NOT_SEEN;
          }
        };
    Reality.TouchpointCount shown = sight == Sight.SEEN || sight == Sight.NOT_SEEN ? count : null;
    return new MapEvidence.TouchpointReality(
        touchpoint.id(),
        shown == null ? null : Long.valueOf(shown.customers()),
        shown == null ? null : Long.valueOf(shown.of()),
        sight);
  }
}
