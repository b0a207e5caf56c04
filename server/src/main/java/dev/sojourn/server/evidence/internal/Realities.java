package dev.sojourn.server.evidence.internal;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.Touchpoint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Snapshots of reality, dated and fitted to a map that was changed since.
final class Realities {

  private Realities() {}

  /// The same counts with what only the server knows of them.
  static Reality of(Reality found, Instant computedAt, List<String> sources, boolean synthetic) {
    return with(
        found,
        computedAt,
        sources,
        found.stages(),
        found.touchpoints(),
        found.flows(),
        found.returns(),
        found.undrawn(),
        found.feelings(),
        synthetic || found.synthetic());
  }

  /// As much as still fits a map. When a stage is gone to which customers moved, no flow is left:
  /// they would not add up.
  static Reality fitted(Reality reality, JourneyMap map) {
    Set<UUID> stages = map.stages().stream().map(Stage::id).collect(Collectors.toSet());
    Set<UUID> steps = map.steps().stream().map(Step::id).collect(Collectors.toSet());
    Set<UUID> touchpoints =
        map.touchpoints().stream().map(Touchpoint::id).collect(Collectors.toSet());
    boolean whole =
        reality.flows().stream()
            .allMatch(f -> isNullOr(f.from(), stages) && isNullOr(f.to(), stages));
    return with(
        reality,
        reality.computedAt(),
        reality.sources(),
        reality.stages().stream().filter(s -> stages.contains(s.stage())).toList(),
        reality.touchpoints().stream().filter(t -> touchpoints.contains(t.touchpoint())).toList(),
        whole ? reality.flows() : List.of(),
        reality.returns().stream()
            .filter(r -> whole && stages.contains(r.from()) && stages.contains(r.to()))
            .toList(),
        reality.undrawn().stream()
            .filter(u -> whole && stages.contains(u.fromStage()) && stages.contains(u.toStage()))
            .toList(),
        reality.feelings().stream().filter(f -> steps.contains(f.step())).toList(),
        reality.synthetic());
  }

  private static boolean isNullOr(@Nullable UUID stage, Set<UUID> stages) {
    return stage == null || stages.contains(stage);
  }

  private static Reality with(
      Reality reality,
      @Nullable Instant computedAt,
      List<String> sources,
      List<Reality.StageCount> stages,
      List<Reality.TouchpointCount> touchpoints,
      List<Reality.Flow> flows,
      List<Reality.Return> returns,
      List<Reality.UndrawnPath> undrawn,
      List<Reality.Feeling> feelings,
      boolean synthetic) {
    return new Reality(
        reality.from(),
        reality.to(),
        computedAt,
        reality.customers(),
        stages,
        touchpoints,
        flows,
        returns,
        undrawn,
        feelings,
        reality.fits(),
        reality.fitness(),
        reality.coverage(),
        sources,
        synthetic,
        reality.dataFingerprint());
  }
}
