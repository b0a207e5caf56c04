package dev.sojourn.server.evidence.check;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.journey.Vocabulary;
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
            new ByStage(journeys, ground),
            cancelled);
    if (answer instanceof AnalysisResult.Dwell dwell) {
      for (AnalysisResult.StageDwell stage : dwell.stages()) {
        stays.put(UUID.fromString(stage.stage()), new Stay(stage.median(), stage.p90()));
      }
    }
    return stays;
  }

  /// Journeys in which an event is called by the id of its stage. The snapshot stays the caller's.
  private record ByStage(Journeys journeys, MapGround ground) implements Journeys {

    @Override
    public Vocabulary vocabulary() {
      Vocabulary names = journeys.vocabulary();
      return new Vocabulary() {
        @Override
        public int size() {
          return names.size();
        }

        @Override
        public String name(int code) {
          int touchpoint = ground.byCode()[code];
          int stage = touchpoint < 0 ? -1 : ground.stageOf(touchpoint);
          return stage < 0
              ? "in no stage: " + names.name(code)
              : ground.map().stages().get(stage).id().toString();
        }

        @Override
        public @Nullable String channel(int code) {
          return names.channel(code);
        }
      };
    }

    @Override
    public Tick tick() {
      return journeys.tick();
    }

    @Override
    public long units() {
      return journeys.units();
    }

    @Override
    public long events() {
      return journeys.events();
    }

    @Override
    public long dataThrough() {
      return journeys.dataThrough();
    }

    @Override
    public List<? extends JourneyPart> parts() {
      return journeys.parts();
    }

    @Override
    public String unitId(long unit) {
      return journeys.unitId(unit);
    }

    @Override
    public void close() {
      // The snapshot is the caller's.
    }
  }
}
