package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// How long customers stay in the stages of a map, as `docs/concepts/semantics-dwell.md` defines
/// it.
public final class StageStays {

  private StageStays() {}

  /// Closed stays in a stage.
  ///
  /// @param median seconds; null when no stay was left again or nothing is timed
  /// @param p90 as above
  public record Stay(@Nullable Double median, @Nullable Double p90) {}

  /// The stays in every stage that has a touchpoint with events.
  public static Map<UUID, Stay> of(
      JourneyMap map, Journeys journeys, Engine engine, BooleanSupplier cancelled) {
    MapGround ground = new MapGround(map, journeys.vocabulary());
    Map<String, List<String>> stages = new LinkedHashMap<>();
    for (Stage stage : map.stages()) {
      if (ground.touchpointsOf(stage.id()).length > 0) {
        stages.put(stage.id().toString(), List.of(stage.id().toString()));
      }
    }
    Map<UUID, Stay> stays = new LinkedHashMap<>();
    if (stages.isEmpty()) {
      return stays;
    }
    AnalysisResult answer =
        engine.run(
            new Spec.Dwell(stages, EventFilter.ALL, Period.ALWAYS),
            new RenamedJourneys(journeys, code -> name(code, ground, journeys)),
            cancelled);
    if (answer instanceof AnalysisResult.Dwell dwell) {
      for (AnalysisResult.StageDwell stage : dwell.stages()) {
        stays.put(UUID.fromString(stage.stage()), new Stay(stage.median(), stage.p90()));
      }
    }
    return stays;
  }

  /// An event is called by the id of its stage.
  private static String name(int code, MapGround ground, Journeys journeys) {
    int touchpoint = ground.byCode()[code];
    int stage = touchpoint < 0 ? -1 : ground.stageOf(touchpoint);
    return stage < 0
        ? "in no stage: " + journeys.vocabulary().name(code)
        : ground.map().stages().get(stage).id().toString();
  }
}
