package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Alignment;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.plan.CompiledMap;
import dev.sojourn.map.plan.ImpliedClaims;
import dev.sojourn.server.evidence.walk.Walk;
import dev.sojourn.server.evidence.walk.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds a map against the journeys of all customers. Deterministic.
public final class Check {

  private Check() {}

  /// By which properties the journeys should tell events apart, for all of a map to be checked. In
  /// journeys that do not, what is bound by properties is not measurable.
  public static ToldApart properties(JourneyMap map) {
    return PropertyBindings.of(map);
  }

  /// Gives every claim of a map, and everything that its drawing claims, its verdict, aligns the
  /// journeys with the map, and counts what customers did on its ground.
  ///
  /// @param engine aligns the journeys; stays the caller's to close
  /// @throws dev.sojourn.kernel.fold.CancelledException when the one who waits gave up
  public static CheckReport run(JourneyMap map, Journeys journeys, Engine engine, Watch watch) {
    return run(withImplied(map, journeys), journeys, engine, watch, true);
  }

  /// Counts what customers did on the ground of a map, without judging a claim.
  ///
  /// @param engine aligns the journeys; stays the caller's to close
  /// @throws dev.sojourn.kernel.fold.CancelledException when the one who waits gave up
  public static Reality reality(JourneyMap map, Journeys journeys, Engine engine, Watch watch) {
    return run(map, journeys, engine, watch, false).reality();
  }

  private static CheckReport run(
      JourneyMap map, Journeys journeys, Engine engine, Watch watch, boolean judge) {
    MapGround ground = new MapGround(map, journeys.vocabulary());
    Answers answers = new Answers(ground, journeys.vocabulary());
    ClaimMeasures measures = new ClaimMeasures(ground, journeys, answers);
    List<Claim> claims = judge ? map.claims() : List.of();
    List<ClaimMeasures.Way> ways = claims.stream().map(measures::of).toList();
    List<Answers.StepMean> steps = answers.aboutSteps();
    RealityCount reality = new RealityCount(ground, journeys.tick());
    Walk.over(
        journeys,
        ground.byCode(),
        ground.touchpoints(),
        "Checking claims",
        watch,
        passage -> {
          reality.read(passage);
          for (ClaimMeasures.Way way : ways) {
            if (way.measure() != null) {
              way.measure().read(passage);
            }
          }
        });
    answers.read(journeys, watch);
    Judgement judgement = new Judgement(ground, journeys);
    List<CheckReport.Checked> checked = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Claim claim = claims.get(i);
      Measured number = ways.get(i).number();
      CheckResult result =
          number == null
              ? judgement.notMeasurable(claim, ways.get(i).why())
              : judgement.judge(claim, number);
      checked.add(new CheckReport.Checked(claim, ground.name(claim.element()), result));
    }
    Alignment alignment = aligned(ground, journeys, engine, watch);
    return new CheckReport(
        map,
        alignment,
        checked,
        reality.reality(DataSpan.of(journeys), alignment, answers.feelings(steps)));
  }

  /// The map with what its drawing claims. That a touchpoint occurs is claimed of the customers who
  /// come to its stage.
  private static JourneyMap withImplied(JourneyMap map, Journeys journeys) {
    MapGround ground = new MapGround(map, journeys.vocabulary());
    List<Claim> claims = new ArrayList<>(map.claims());
    Set<UUID> written = new HashSet<>();
    map.claims().forEach(claim -> written.add(claim.id()));
    for (Claim claim : ImpliedClaims.of(map)) {
      if (!written.add(claim.id())) {
        continue;
      }
      boolean occurs = claim.claimType() == Claim.Type.OCCURS && claim.other() == null;
      claims.add(
          new Claim(
              claim.id(),
              claim.element(),
              occurs ? ground.stageWith(claim.element()).orElse(null) : claim.other(),
              claim.claimType(),
              claim.statement(),
              claim.expectation(),
              claim.tolerance()));
    }
    return map.withClaims(claims);
  }

  private static @Nullable Alignment aligned(
      MapGround ground, Journeys journeys, Engine engine, Watch watch) {
    if (MapGround.nothingIsSeen(ground.map())) {
      return null;
    }
    Spec spec =
        new Spec.Alignment(
            CompiledMap.of(ground.map()).plan(),
            Spec.Unmatched.OUT_OF_SCOPE,
            Spec.Unfinished.PREFIX,
            EventFilter.ALL,
            Period.ALWAYS);
    AnalysisResult answer =
        engine.run(
            spec,
            new RenamedJourneys(journeys, code -> name(code, ground, journeys)),
            watch.cancelled());
    return answer instanceof Alignment alignment ? alignment : null;
  }

  /// An event is called by its touchpoint, and one that nothing is bound to by no touchpoint's
  /// name.
  private static String name(int code, MapGround ground, Journeys journeys) {
    int touchpoint = ground.alignedByCode()[code];
    return touchpoint < 0
        ? "not on the map: " + journeys.vocabulary().name(code)
        : ground.map().touchpoints().get(touchpoint).name();
  }
}
